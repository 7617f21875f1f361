package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds in which each lint of javac is an error, but the one about the JDK's own incubator. */
class StrictLintTest {

  private static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  @TempDir Path out;

  private JavacRun strict(Map<String, String> sources, AbstractProcessor... others)
      throws IOException {
    List<String> options = new ArrayList<>(JavacRun.VECTOR);
    options.addAll(List.of("-Xlint:all,-incubating", "-Werror"));
    List<AbstractProcessor> processors = new ArrayList<>(List.of(new NetworkProcessor()));
    processors.addAll(List.of(others));
    return JavacRun.of(
        sources, options, JavacRun.runtime(), out, processors.toArray(AbstractProcessor[]::new));
  }

  private void isQuiet(String... namesAndTexts) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      String imports = namesAndTexts[i + 1].contains("@Network") ? IMPORTS : "";
      sources.put(
          "garden/" + namesAndTexts[i] + ".java",
          "package garden;\n" + imports + namesAndTexts[i + 1]);
    }

    JavacRun run = strict(sources);

    assertThat(run.diagnostics()).extracting(each -> each.getMessage(Locale.ROOT)).isEmpty();
    assertThat(run.success()).isTrue();
  }

  private static final String IMPORTS =
      "import static dev.burin.Activation.SIGMOID;\n"
          + "import static dev.burin.Loss.BINARY_CROSS_ENTROPY;\n"
          + "import dev.burin.Network;\n";

  @Test
  void nothingButADeclaration() throws IOException {
    isQuiet("Five", COIN + "interface Five { float p(float[] x); }");
  }

  @Test
  void everyForm() throws IOException {
    isQuiet(
        "Five",
        COIN
            + """
            public interface Five {
              enum Side { HEADS, TAILS }
              record Pair(double a, long b) {}
              float number(float... x);
              float[] fresh(float[] x);
              void into(float[] x, float[] out);
              void batch(float[] x, int n, float... out);
              Side side(float[] x);
              Side side(Pair pair);
              float number(Pair pair);
              float[] fresh(Pair pair);
            }
            """,
        "Six",
        COIN.replace(")", ", precision = dev.burin.Precision.DOUBLE)")
            + "interface Six { double p(double[] x); Five.Side side(Five.Pair pair); }");
  }

  @Test
  void deprecatedInterfacesMethodsRecordsAndConstants() throws IOException {
    isQuiet(
        "Old",
        COIN
            + "@Deprecated interface Old { float p(float[] x);"
            + " @Deprecated(forRemoval = true) float[] q(float[] x); }",
        "Oldest",
        COIN + "@Deprecated(forRemoval = true) interface Oldest { float p(float[] x); }",
        "Parent",
        "interface Parent { @Deprecated float p(float[] x); }",
        "Child",
        COIN + "interface Child extends Parent {}",
        "Side",
        "enum Side { @Deprecated HEADS, @Deprecated(forRemoval = true) TAILS }",
        "Pair",
        "record Pair(float a, float b) { @Deprecated public float a() { return a; } }",
        "Uses",
        COIN + "interface Uses { Side side(Pair pair); Side side(float[] x); }",
        "Outer",
        COIN.replace("@Network", "@Deprecated interface Outer { @Network")
            + "interface Inner { float p(float[] x); } }");
  }

  @Test
  void threeDotsBesideArrays() throws IOException {
    isQuiet(
        "Dots",
        "interface Dots<T> { float p(T x); }",
        "A",
        "interface A { float p(float... x); }",
        "B",
        "interface B { float p(float[] x); }",
        "AB",
        COIN + "@SuppressWarnings(\"overrides\") interface AB extends A, B {}",
        "BA",
        COIN + "@SuppressWarnings(\"overrides\") interface BA extends B, A {}",
        "Own",
        COIN
            + "@SuppressWarnings(\"overrides\") interface Own extends Dots<float[]> {"
            + " @Override float p(float... x); }");
  }

  @Test
  void serializableAndCloseableNetworks() throws IOException {
    isQuiet(
        "Saved",
        COIN + "interface Saved extends java.io.Serializable { float p(float[] x); }",
        "Closed",
        COIN
            + "@SuppressWarnings(\"try\") interface Closed extends AutoCloseable {"
            + " float p(float[] x); default void close() throws Exception {} }",
        "Raw",
        COIN
            + "@SuppressWarnings(\"rawtypes\") interface Raw extends Comparable {"
            + " float p(float[] x); default int compareTo(Object o) { return 0; } }",
        "Function",
        COIN + "interface Function extends java.util.function.UnaryOperator<float[]> {}",
        "Shown",
        COIN
            + "interface Shown extends dev.burin.network.Engraved<dev.burin.network.FloatNetwork> {}",
        "Wide",
        COIN
            + "interface Wide extends dev.burin.network.Engraved<dev.burin.network.NeuralNetwork>"
            + " { float p(float[] x); }");
  }

  @Test
  void severalInterfacesInAClassAndInAFile() throws IOException {
    isQuiet(
        "Outer",
        "final class Outer { private Outer() {}\n"
            + COIN
            + "interface Five { float p(float[] x); }\n"
            + COIN
            + "interface Six { float p(float[] x); } }");
  }

  @Test
  void aProcessorOfAllAnnotationsStillSeesTheNetworks() throws IOException {
    Watcher before = new Watcher("*");
    String source =
        "package garden;\n"
            + IMPORTS
            + COIN
            + "interface Five extends Runnable {"
            + " @Override default void run() {} }";
    Watcher after = new Watcher("*");
    List<String> options = new ArrayList<>(JavacRun.VECTOR);

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Five.java", source),
            options,
            JavacRun.runtime(),
            out,
            before,
            new NetworkProcessor(),
            after);

    assertThat(run.errors()).isEmpty();
    assertThat(before.seen).contains("dev.burin.Network garden.Five");
    assertThat(after.seen).contains("dev.burin.Network garden.Five");
  }

  @Test
  void anotherProcessorOfGeneratedAnnotationsIsNotKeptFromThem() throws IOException {
    String source = "package garden;\n" + IMPORTS + COIN + "interface Five {}";
    String other = "package garden;\n@javax.annotation.processing.Generated(\"x\") class Other {}";
    Watcher after = new Watcher("javax.annotation.processing.Generated");

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Five.java", source, "garden/Other.java", other),
            JavacRun.VECTOR,
            JavacRun.runtime(),
            out,
            new NetworkProcessor(),
            after);

    assertThat(run.errors()).isEmpty();
    assertThat(after.seen).contains("javax.annotation.processing.Generated garden.Other");
  }

  /** Notes which annotated types it is shown, and claims nothing. */
  private static final class Watcher extends AbstractProcessor {
    private final Set<String> seen = new LinkedHashSet<>();
    private final String supported;

    Watcher(String supported) {
      this.supported = supported;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of(supported);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (String name : List.of("dev.burin.Network", "javax.annotation.processing.Generated")) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(name);
        round.getElementsAnnotatedWith(annotation).forEach(type -> seen.add(name + " " + type));
      }
      return false;
    }
  }

  @Test
  void aMistakeIsTheOnlyThingThatIsSaid() throws IOException {
    JavacRun run =
        strict(
            Map.of(
                "garden/Five.java",
                "package garden;\n" + IMPORTS + COIN + "interface Five { long p(); }"));

    assertThat(run.of(Diagnostic.Kind.WARNING)).isEmpty();
    assertThat(run.of(Diagnostic.Kind.MANDATORY_WARNING)).isEmpty();
    assertThat(run.errors()).singleElement().asString().startsWith("[BurinMethodUnknown]");
  }
}
