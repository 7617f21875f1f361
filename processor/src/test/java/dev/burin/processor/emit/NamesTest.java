package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.burin.processor.Compiling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gives each name that emitted code uses to something of the author's: wherever an interface
 * compiles by itself, the classes generated for it compile as well.
 */
class NamesTest {

  private static final String PACKAGE = "garden";

  /** Every activation, a layer whose tiles are packed, and rows and panels at the end. */
  private static final List<String> LARGE =
      List.of(
          network(
              "layers = {4, 67, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5}, activations = {SIGMOID, TANH, RELU,"
                  + " LEAKY_RELU, ELU, GELU, SILU, SOFTPLUS, SELU, HARD_SIGMOID, MISH,"
                  + " SOFTMAX}, loss = CROSS_ENTROPY"),
          network(
              "layers = {4, 17, 3}, activations = {IDENTITY, IDENTITY}, loss = MEAN_SQUARED_ERROR"));

  private static final String SMALL =
      network("layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY");
  private static final String LEAST =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  /** Every form, so that all names of the user's class occur. */
  private static final String METHODS =
      """
        record Sample(boolean b, double x, #float y, int i) {}
        #float[] all(Sample sample);
        #float[] all(#float[] x);
        int best(#float... x);
        void all(#float[] x, #float[] out);
        void all(#float[] x, int n, #float[] out);
        void best(#float[] x, int n, int[] out);
      """;

  private static final String ANSWER =
      "enum Answer { NO, YES, MAYBE }\nAnswer answer(Sample sample);\n";

  private static final Pattern TEXT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"]*\"");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern ROOT = Pattern.compile("(?m)^import (\\w+)\\.");
  private static final Map<String, Emitted> EMITTED = new ConcurrentHashMap<>();

  /** The words of emitted sources, and of these the ones that begin a qualified name. */
  private record Emitted(TreeSet<String> names, TreeSet<String> roots) {

    static Emitted of(String precision) {
      return EMITTED.computeIfAbsent(precision, Emitted::read);
    }

    private static Emitted read(String precision) {
      TreeSet<String> names = new TreeSet<>();
      TreeSet<String> roots = new TreeSet<>(Set.of("java", PACKAGE));
      for (String network : LARGE) {
        String answer = network.contains("SOFTMAX") ? "" : ANSWER;
        String source = network + head("") + METHODS + answer + "}\n";
        Compilation plain = new Compiling().compile(PACKAGE + ".Net", source(precision, source));
        assertThat(plain.errors()).isEmpty();
        for (JavaFileObject file : plain.generatedSourceFiles()) {
          String text = TEXT.matcher(content(file)).replaceAll("");
          WORD.matcher(text).results().map(MatchResult::group).forEach(names::add);
          ROOT.matcher(text).results().map(root -> root.group(1)).forEach(roots::add);
        }
      }
      names.removeIf(name -> !SourceVersion.isName(name) || roots.contains(name));
      return new Emitted(names, roots);
    }

    /** A text for each name, but not for those of one interface and what is in it. */
    String each(Function<String, String> text, String... without) {
      return names.stream()
          .filter(name -> !List.of(without).contains(name))
          .map(text)
          .collect(Collectors.joining());
    }

    String[] own() {
      return names.stream().filter(name -> name.startsWith("Net")).toArray(String[]::new);
    }
  }

  @Test
  void theSweepKnowsTheNamesThatPeopleMet() {
    assertThat(Emitted.of("FLOAT").names())
        .contains("Loss", "Lanes", "Precision", "Activation", "Initializer", "NetworkShape")
        .contains("LayerShape", "FloatNetwork", "FloatTwin", "FloatKernels", "FloatWorkspace")
        .contains("Override", "Math", "Float", "FloatVector", "VectorSpecies", "NetNetwork_V128")
        .contains("SHAPE", "network", "ANSWERS1", "ws", "W1_AT", "LANES", "Net");
    assertThat(Emitted.of("DOUBLE").roots()).contains("dev", "java", "javax", "jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void typesNestedInTheInterfaceHideNothing(String precision) {
    String nested =
        Emitted.of(precision).each(name -> "class " + name + " {}\n", "Net", "Answer", "Sample");

    assertCompiles(precision, SMALL + head("") + METHODS + ANSWER + nested + "}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void inheritedTypesHideNothing(String precision) {
    String nested = Emitted.of(precision).each(name -> "enum " + name + " {}\n", "Parent");

    assertCompiles(
        precision,
        SMALL + head("Parent") + METHODS + ANSWER + "}\ninterface Parent {\n" + nested + "}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void constantsHideNothing(String precision) {
    String constants = Emitted.of(precision).each(name -> "int " + name + " = 1;\n", "Answer");

    assertCompiles(precision, SMALL + head("") + METHODS + ANSWER + constants + "}\n");
    assertCompiles(
        precision,
        SMALL + head("Parent") + METHODS + ANSWER + "}\ninterface Parent {\n" + constants + "}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class # {}\n", "int # = 1;\n"})
  void packagesMayBeHiddenWhereTheyAreNotNamed(String member) {
    String members =
        Emitted.of("FLOAT").roots().stream()
            .map(root -> member.replace("#", root))
            .collect(Collectors.joining());

    assertCompiles("FLOAT", SMALL + head("") + METHODS + ANSWER + members + "}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void typesOfThePackageHideNothing(String precision) {
    Emitted emitted = Emitted.of(precision);
    String types = emitted.each(name -> "class " + name + " {}\n", emitted.own());
    String roots =
        emitted.roots().stream()
            .map(root -> "class " + root + " {}\n")
            .collect(Collectors.joining());

    assertCompiles(precision, LARGE.getFirst() + head("") + METHODS + "}\n" + types + roots);
    assertCompiles(precision, LARGE.getLast() + head("") + METHODS + ANSWER + "}\n" + types);
  }

  @Test
  void parametersHideNothing() {
    Emitted emitted = Emitted.of("FLOAT");
    TreeSet<String> names = new TreeSet<>(emitted.names());
    names.addAll(emitted.roots());
    String methods =
        names.stream()
            .map(
                name ->
                    String.join(
                        name,
                        "int a_",
                        "(float[] ",
                        ");\nAnswer b_",
                        "(Sample ",
                        ");\nvoid c_",
                        "(float[] x0, int ",
                        ", float[] out0);\n"))
            .collect(Collectors.joining());

    assertCompiles("FLOAT", SMALL + head("") + METHODS + ANSWER + methods + "}\n");
  }

  @Test
  void answersMayBeCalledAsTheyLike() {
    String enums =
        Emitted.of("FLOAT")
            .each(
                name ->
                    String.join(name, "enum ", " { NO, YES, OH }\n", " a_", "(Sample sample);\n"),
                "Net",
                "Answer",
                "Sample");

    assertCompiles("FLOAT", SMALL + head("") + METHODS + enums + "}\n");
  }

  /** A package of nothing but clashing interfaces, each with a record and an enum of its own. */
  @Test
  void interfacesMayBeCalledAsTheyLike() {
    TreeSet<String> names = new TreeSet<>();
    Emitted.of("FLOAT").names().stream()
        .filter(name -> !name.startsWith("Net") && name.matches("[A-Z]{1,2}[a-z].*|[A-Z]{4,}.*"))
        .forEach(names::add);
    names.add("network");
    names.removeAll(Set.of("Answer", "Sample", "FloatNetwork"));
    String interfaces =
        names.stream()
            .map(
                name ->
                    String.join(
                        name,
                        LEAST + "interface ",
                        " {\n Answer a(Sample sample);\n"
                            + " enum Answer { NO, YES }\n record Sample(int x, int y) {} }\n"))
            .collect(Collectors.joining());

    assertCompiles("FLOAT", "interface Net {}\n" + interfaces);
    assertThat(
            new Compiling()
                .compile("Net", Compiling.IMPORTS + "interface Net {}\n" + interfaces)
                .errors())
        .isEmpty();
  }

  @Test
  void recordsOfOtherPackagesHideNothing() {
    List<String> files = new ArrayList<>();
    StringBuilder methods = new StringBuilder();
    for (String name : Emitted.of("FLOAT").names()) {
      if (Character.isUpperCase(name.charAt(0)) && !name.startsWith("Net")) {
        files.add("other." + name);
        files.add("package other;\npublic record " + name + "(int x, int y) {}\n");
        methods.append(String.join(name, "float a_", "(other.", " sample);\n"));
      }
    }
    files.add(PACKAGE + ".Net");
    files.add(source("FLOAT", LEAST + head("") + methods + "}\n"));

    assertThat(new Compiling().compile(files.toArray(String[]::new)).errors()).isEmpty();
  }

  @Test
  void theUnnamedPackageHasTheSameRights() {
    Emitted emitted = Emitted.of("FLOAT");
    String network = Compiling.IMPORTS + SMALL + head("") + METHODS + ANSWER;
    List<String> own = new ArrayList<>(List.of(emitted.own()));
    own.addAll(List.of("Answer", "Sample"));
    String[] without = own.toArray(String[]::new);

    for (String source :
        List.of(
            network + emitted.each(name -> "class " + name + " {}\n", without) + "}\n",
            network + emitted.each(name -> "int " + name + " = 1;\n", "Answer") + "}\n",
            network + "}\n" + emitted.each(name -> "class " + name + " {}\n", without))) {
      assertThat(new Compiling().compile("Net", inFloat(source)).errors()).isEmpty();
    }
  }

  @Test
  void onlyWhatIsHiddenIsQualified() {
    Compilation done =
        new Compiling()
            .compile(
                PACKAGE + ".Net",
                source(
                    "FLOAT",
                    LEAST
                        + "interface Net { Loss expected(Car car); enum Loss { SMALL, LARGE }"
                        + " record Car(float age, float power) {} }\nclass Math {}\n"));

    assertThat(content(done.generatedSourceFile(PACKAGE + ".NetNetwork").orElseThrow()))
        .contains("dev.burin.Loss.BINARY_CROSS_ENTROPY", "Precision.FLOAT", "Net.Loss.SMALL")
        .contains("import dev.burin.Precision;", "@Override")
        .doesNotContain("import dev.burin.Loss;", "java.lang", "garden.Net");
    assertThat(content(done.generatedSourceFile(PACKAGE + ".NetNetwork_V128").orElseThrow()))
        .contains("import java.lang.Math;")
        .doesNotContain("java.lang.Override");
  }

  private static String network(String elements) {
    return "@Network(" + elements + ", precision = #FLOAT)\n";
  }

  private static String head(String parent) {
    return "interface Net " + (parent.isEmpty() ? "" : "extends " + parent) + " {\n";
  }

  private static void assertCompiles(String precision, String text) {
    assertThat(new Compiling().compile(PACKAGE + ".Net", source(precision, text)).errors())
        .isEmpty();
  }

  private static String source(String precision, String text) {
    String whole = "package " + PACKAGE + ";\n" + Compiling.IMPORTS + text;
    return precision.equals("FLOAT")
        ? inFloat(whole)
        : whole.replace("#FLOAT", "DOUBLE").replace("#float", "double");
  }

  private static String inFloat(String text) {
    return text.replace("#", "");
  }

  private static String content(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
