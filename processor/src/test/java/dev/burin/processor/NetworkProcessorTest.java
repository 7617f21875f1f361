package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkProcessorTest {

  private static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  @TempDir Path out;

  private static String source(String text) {
    return "package garden;\n" + Compiling.IMPORTS + text;
  }

  @Test
  void explainShowsTheModelOnTheInterface() {
    Compilation done =
        new Compiling()
            .with("-Aburin.explain=true")
            .compile("garden.Five", source(COIN + "interface Five { float p(float[] x); }"));

    assertThat(done.errors()).isEmpty();
    assertThat(done.notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.getMessage(Locale.ROOT))
                  .startsWith("garden.Five -> FiveNetwork\n")
                  .contains("2-1 FLOAT, 3 parameters", "float p(float[] x): one sample to");
              assertThat(note.getLineNumber()).isEqualTo(10);
            });
  }

  @Test
  void nothingIsExplainedUnasked() {
    for (String option : List.of("-Aother.explain=true", "-Aburin.explain=false")) {
      Compilation done =
          new Compiling().with(option).compile("garden.Five", source(COIN + "interface Five {}"));

      assertThat(done.errors()).isEmpty();
      assertThat(done.notes()).isEmpty();
    }
  }

  @Test
  void typesThatAnotherProcessorGeneratesAreAwaited() {
    Compiling compiling = new Compiling().beside(new FlowerMaker());

    Compilation done =
        compiling.compile(
            "garden.Five",
            source(
                COIN
                    + "interface Five extends made.Parent<made.Flower> { float p(made.Flower f);"
                    + " }"));

    assertThat(done.errors()).isEmpty();
    assertThat(compiling.models()).hasSize(1);
    assertThat(compiling.models().getFirst().methods()).hasSize(2);
  }

  @Test
  void constantsThatAnotherProcessorGeneratesAreAwaited() {
    Compiling compiling = new Compiling().beside(new FlowerMaker());

    Compilation done =
        compiling.compile(
            "garden.Five", source(COIN.replace("{2,", "{made.Widths.IN,") + "interface Five {}"));

    assertThat(done.errors()).isEmpty();
    assertThat(compiling.models()).hasSize(1);
    assertThat(compiling.models().getFirst().shape().inputs()).isEqualTo(2);
  }

  @Test
  void parametersOfOtherLanguagesMayBeCalledByWordsOfJava() throws IOException {
    ClassDesc parent = ClassDesc.of("garden.Parent");
    int isAbstract = ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT;
    byte[] bytes =
        ClassFile.of()
            .build(
                parent,
                type ->
                    type.withFlags(isAbstract | ClassFile.ACC_INTERFACE)
                        .withMethod(
                            "into",
                            MethodTypeDesc.ofDescriptor("([F[F)V"),
                            isAbstract,
                            method ->
                                method.with(
                                    MethodParametersAttribute.of(
                                        MethodParameterInfo.ofParameter(Optional.of("in"), 0),
                                        MethodParameterInfo.ofParameter(
                                            Optional.of("default"), 0)))));
    Path classes = Files.createDirectories(out.resolve("classes/garden"));
    Files.write(classes.resolve("Parent.class"), bytes);
    Path both = Path.of(JavacRun.runtime() + File.pathSeparator + out.resolve("classes"));

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Five.java", source(COIN + "interface Five extends Parent {}")),
            JavacRun.VECTOR,
            both,
            out,
            new NetworkProcessor());

    assertThat(run.errors()).isEmpty();
    assertThat(Files.readString(out.resolve("garden/FiveNetwork.java")))
        .contains("void into(float[] in, float[] parameter1)");
  }

  @Test
  void typesThatNeverAppearAreLeftToJavac() {
    Compiling compiling = new Compiling();

    Compilation done =
        compiling.compile(
            "garden.Five",
            source(COIN + "interface Five { float p(Missing f); float[] q(float[][] x); }"));

    List<String> errors = done.errors().stream().map(e -> e.getMessage(Locale.ROOT)).toList();
    assertThat(errors).hasSize(2);
    assertThat(errors).anyMatch(error -> error.contains("class Missing"));
    assertThat(errors).anyMatch(error -> error.startsWith("[BurinMethodUnknown] float[] q("));
    assertThat(compiling.models()).isEmpty();
  }

  @Test
  void valuesThatJavacRefusesAreLeftToJavac() {
    for (String annotation :
        List.of(
            "@Network",
            "@Network(layers = {2, 1})",
            COIN.replace("2", "\"two\""),
            COIN.replace("2", "2.5"),
            COIN.replace("2", "undefined"),
            COIN.replace("2", "2147483648"),
            COIN.replace("SIGMOID", "SIGMOIDAL"),
            COIN.replace("SIGMOID", "null"),
            COIN.replace("BINARY_CROSS_ENTROPY", "SIGMOID"),
            COIN.replace("layers", "layer"),
            COIN.replace("activations = SIGMOID", "activations = {SIGMOID, undefined}"),
            COIN + COIN,
            COIN.replace("2", "new int[] {2}"),
            COIN.replace("2", "Integer.parseInt(\"2\")"))) {
      Compiling compiling = new Compiling();

      Compilation done =
          compiling.compile("garden.Five", source(annotation + " interface Five {}"));

      assertThat(done.errors()).as(annotation).isNotEmpty();
      assertThat(done.errors())
          .as(annotation)
          .noneMatch(error -> error.getMessage(Locale.ROOT).contains("Burin"));
    }
  }

  @Test
  void whatJavacRefusesHidesNothingElse() {
    Compilation done =
        new Compiling()
            .compile(
                "garden.Five",
                source(
                    "@Network(layers = {2, undefined}, activations = SIGMOID, loss = CROSS_ENTROPY,"
                        + " initializers = HE, scale = 0)\n"
                        + "interface Five { long p(float[] x); }"));

    List<String> errors = done.errors().stream().map(e -> e.getMessage(Locale.ROOT)).toList();
    assertThat(errors).hasSize(4);
    assertThat(errors).anyMatch(error -> error.contains("variable undefined"));
    assertThat(errors).anyMatch(error -> error.startsWith("[BurinLossMisfit]"));
    assertThat(errors).anyMatch(error -> error.startsWith("[BurinScaleOutOfRange]"));
    assertThat(errors).anyMatch(error -> error.startsWith("[BurinMethodUnknown]"));
  }

  @Test
  void aClassOfTheLastBuildIsNoObstacle() throws IOException {
    Map<String, String> sources = Map.of("garden/Five.java", source(COIN + "interface Five {}"));
    JavacRun first =
        JavacRun.of(sources, JavacRun.VECTOR, JavacRun.runtime(), out, new NetworkProcessor());

    Path both = Path.of(JavacRun.runtime() + File.pathSeparator + out);
    JavacRun second = JavacRun.of(sources, JavacRun.VECTOR, both, out, new NetworkProcessor());

    assertThat(first.errors()).isEmpty();
    assertThat(first.written()).contains("garden/FiveNetwork.class");
    assertThat(second.errors()).isEmpty();
  }

  @Test
  void aSourceOfTheLastBuildAmongTheSourcesIsNamed() throws IOException {
    String five = source(COIN + "interface Five {}");
    JavacRun first =
        JavacRun.of(
            Map.of("garden/Five.java", five),
            JavacRun.VECTOR,
            JavacRun.runtime(),
            out,
            new NetworkProcessor());
    assertThat(first.errors()).isEmpty();

    for (String given : List.of("garden/FiveNetwork.java", "garden/FiveNetwork_V256.java")) {
      String text = Files.readString(out.resolve(given));
      for (String same : List.of(text, text.replaceAll("import .*Generated;|@Generated.*", ""))) {
        JavacRun second =
            JavacRun.of(
                Map.of("garden/Five.java", five, given, same),
                JavacRun.VECTOR,
                JavacRun.runtime(),
                out,
                new NetworkProcessor());

        String name = given.replace('/', '.').replace(".java", "");
        assertThat(second.errors())
            .singleElement()
            .asString()
            .startsWith("[BurinGeneratedSourceGiven] " + name + " is to be generated")
            .contains("an earlier build", given + ". Delete that file");
      }
    }
  }

  @Test
  void aTakenNameIsToldBesideAllElse() {
    Compilation done =
        new Compiling()
            .compile(
                "garden.Five",
                source(
                    COIN.replace("2", "0") + "interface Five { long p(); } class FiveNetwork {}"));

    assertThat(done.errors())
        .extracting(e -> e.getMessage(Locale.ROOT).replaceAll("(?s)].*", "]"))
        .containsExactlyInAnyOrder(
            "[BurinClassNameTaken]", "[BurinLayerTooSmall]", "[BurinMethodUnknown]");
  }

  @Test
  void namesOutsideAsciiSurviveAnyEncoding() throws IOException {
    List<String> options = new ArrayList<>(JavacRun.VECTOR);
    options.addAll(List.of("-encoding", "US-ASCII"));

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Five.java", source(COIN + "interface Gr\\u00f6\\u00dfe {}")),
            options,
            JavacRun.runtime(),
            out,
            new NetworkProcessor());

    assertThat(run.errors()).isEmpty();
    assertThat(run.written()).contains("garden/Gr\u00f6\u00dfeNetwork.class");
  }

  @Test
  void escapesLeaveAsciiAlone() {
    assertThat(SourceFiles.ascii("int \u007f$a = 1;\n")).isEqualTo("int \u007f$a = 1;\n");
    assertThat(SourceFiles.ascii("\u0080\ud83c\udf39")).isEqualTo("\\u0080\\ud83c\\udf39");
  }
}
