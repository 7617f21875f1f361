package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of annotations drawn at random, most of them wrong in several ways: each is either
 * engraved or refused in sentences of the processor's own, and nothing ever fails.
 */
class BadAnnotationsTest {

  private static final long SEED = 784_1961L;
  private static final int INTERFACES = 300;

  private static final int[] WIDTHS = {
    0, -1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 784, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final String[] SCALES = {
    "0.01", "1.0", "0.0", "-1.0", "Double.NaN", "Double.POSITIVE_INFINITY", "Double.MIN_VALUE"
  };
  private static final String[] METHODS = {
    "float p(float[] x);",
    "double p(double[] x);",
    "float[] p(float[] x);",
    "void p(float[] x, float[] out);",
    "void p(float[] x, int n, float[] out);",
    "void p(double[] x, int n, float[] out);",
    "int p(float[] x);",
    "void p(float[] x, int n, int[] out);",
    "Side p(Pair x);",
    "Pair p(Side x);",
    "float p(Pair x);",
    "double[] p(Pair x);",
    "<T> T p(T x);",
    "int network();",
    "void p();",
    "String p(String... x);"
  };

  @TempDir Path out;

  private static String annotation(Random random) {
    int layers = 1 + random.nextInt(3) + random.nextInt(2) - (random.nextInt(8) == 0 ? 1 : 0);
    List<String> values = new ArrayList<>();
    values.add("layers = " + list(layers, i -> "" + WIDTHS[random.nextInt(WIDTHS.length)]));
    int activations = Math.max(0, layers - 1 + (random.nextInt(6) == 0 ? 1 : 0));
    String common = random.nextBoolean() ? "SIGMOID" : "TANH";
    values.add(
        "activations = "
            + list(
                activations,
                i -> random.nextInt(3) == 0 ? word(Activation.values(), random) : common));
    values.add(
        "loss = " + (random.nextInt(3) == 0 ? word(Loss.values(), random) : "MEAN_SQUARED_ERROR"));
    if (random.nextInt(3) == 0) {
      values.add(
          "initializers = " + list(random.nextInt(4), i -> word(Initializer.values(), random)));
    }
    if (random.nextInt(5) == 0) {
      values.add("scale = " + SCALES[random.nextInt(SCALES.length)]);
    }
    if (random.nextInt(3) == 0) {
      values.add("precision = DOUBLE");
    }
    return "@Network(" + String.join(", ", values) + ")";
  }

  private static String word(Enum<?>[] words, Random random) {
    return words[random.nextInt(words.length)].name();
  }

  private static String list(int length, IntFunction<String> item) {
    return IntStream.range(0, length).mapToObj(item).collect(Collectors.joining(", ", "{", "}"));
  }

  @Test
  void randomAnnotationsAreEngravedOrRefused() throws IOException {
    Random random = new Random(SEED);
    Map<String, String> sources = new LinkedHashMap<>();
    String helpers = "package garden;\nrecord Pair(float a, int b) {} enum Side { HEADS, TAILS }";
    sources.put("garden/Helpers.java", helpers);
    for (int i = 0; i < INTERFACES; i++) {
      String text =
          "package garden;\n"
              + Compiling.IMPORTS
              + annotation(random)
              + String.format(
                  Locale.ROOT,
                  "\ninterface Net%d { %s }\n",
                  i,
                  METHODS[random.nextInt(METHODS.length)]);
      sources.put("garden/Net" + i + ".java", text);
    }
    List<String> options = new ArrayList<>(JavacRun.VECTOR);
    options.addAll(List.of("-Xmaxerrs", "100000"));

    JavacRun run = JavacRun.of(sources, options, JavacRun.runtime(), out, new NetworkProcessor());

    assertThat(run.errors()).as("seed %d", SEED).hasSizeGreaterThan(INTERFACES);
    assertThat(run.errors()).allMatch(error -> error.startsWith("[Burin"));
    assertThat(run.errors()).noneMatch(error -> error.startsWith("[BurinInternalError]"));
    assertThat(run.of(Diagnostic.Kind.ERROR))
        .allMatch(error -> error.getLineNumber() >= 9 && error.getColumnNumber() >= 1);
    List<String> refused =
        run.of(Diagnostic.Kind.ERROR).stream()
            .map(error -> error.getSource().getName())
            .distinct()
            .toList();
    List<String> written =
        run.written().stream().filter(file -> file.endsWith("Network.java")).toList();
    assertThat(refused.size() + written.size()).isEqualTo(INTERFACES);
    assertThat(written).hasSizeGreaterThan(5);
    assertThat(run.errors().stream().map(BadAnnotationsTest::id).distinct())
        .as("kinds of refusals that the draws reached")
        .hasSizeGreaterThan(15);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    String text =
        "package garden;\n"
            + Compiling.IMPORTS
            + """
            @Network(
                layers = {4, 3, 1},
                activations = {SOFTMAX, RELU},
                loss = CROSS_ENTROPY,
                initializers = {HE, HE, HE},
                scale = 0.0)
            interface Five<T> {
              double one(double[] x);
              int best(float[] x);
              Side side(Pair pair);
              void nothing();
            }
            record Pair(float a, String b) {}
            enum Side { HEADS, TAILS, EDGE }
            """;

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Five.java", text),
            JavacRun.VECTOR,
            JavacRun.runtime(),
            out,
            new NetworkProcessor());

    assertThat(run.errors().stream().map(BadAnnotationsTest::id))
        .containsExactlyInAnyOrder(
            "BurinGenericInterface",
            "BurinSoftmaxNotLast",
            "BurinLossMisfit",
            "BurinInitializersCount",
            "BurinScaleOutOfRange",
            "BurinElementType",
            "BurinClassOfOne",
            "BurinComponentType",
            "BurinComponentCount",
            "BurinConstantsOfOne",
            "BurinMethodUnknown");
  }

  @Test
  void onlyMethodsThatFitTheOutputsAreAdvised() throws IOException {
    String text =
        "package garden;\n"
            + Compiling.IMPORTS
            + """
            @Network(layers = {4, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
            interface One { void nothing(); }
            @Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
            interface Many { void nothing(); }
            """;

    JavacRun run =
        JavacRun.of(
            Map.of("garden/One.java", text),
            JavacRun.VECTOR,
            JavacRun.runtime(),
            out,
            new NetworkProcessor());

    assertThat(run.errors()).hasSize(2);
    assertThat(run.errors().getFirst().lines().skip(1).map(String::strip))
        .containsExactly(
            "float name(float[] x)",
            "float[] name(float[] x)",
            "void name(float[] x, float[] out)",
            "void name(float[] x, int n, float[] out)",
            "E name(float[] x)",
            "E name(R x)",
            "float name(R x)",
            "float[] name(R x)");
    assertThat(run.errors().getLast().lines().skip(1).map(String::strip))
        .containsExactly(
            "float[] name(float[] x)",
            "void name(float[] x, float[] out)",
            "void name(float[] x, int n, float[] out)",
            "int name(float[] x)",
            "void name(float[] x, int n, int[] out)",
            "E name(float[] x)",
            "E name(R x)",
            "float[] name(R x)");
  }

  private static String id(String error) {
    return error.substring(1, error.indexOf(']'));
  }
}
