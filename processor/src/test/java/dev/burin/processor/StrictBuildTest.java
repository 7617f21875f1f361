package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Precision;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strictest settings of javac and of the Eclipse compiler find nothing in generated code. */
class StrictBuildTest {

  /** Narrow and wide, with and without whole blocks, packed and not, one layer and several. */
  private static final int[][] WIDTHS = {
    {2, 1}, {20, 2}, {16, 1}, {1, 5}, {3, 4, 3}, {20, 67, 33, 9}, {5, 7, 1}, {33, 16, 2}, {8, 2, 17}
  };

  /** All that javac knows to warn of but the incubator, which is the JDK's own affair. */
  private static final List<String> STRICT =
      List.of(
          "--add-modules",
          "jdk.incubator.vector",
          "-Xlint:all,-incubating",
          "-Xdoclint:all/package",
          "-Werror");

  private static final String ECLIPSE =
      "-warn:+unused,unusedParam,unusedArgument,uselessTypeCheck,allDeadCode,semicolon,localHiding,"
          + "unnecessaryElse,fieldHiding,emptyBlock,intfRedundant,all-static-method,warningToken";

  @TempDir Path out;

  @Test
  void theSweepGivesNoWarningInEitherCompiler() throws IOException {
    Map<String, String> sources = sweep();

    JavacRun javac =
        JavacRun.of(
            sources,
            STRICT,
            JavacRun.runtime(),
            Files.createDirectory(out.resolve("javac")),
            new NetworkProcessor());
    EclipseRun eclipse = EclipseRun.of(sources, out, ECLIPSE);

    assertThat(javac.diagnostics()).isEmpty();
    assertThat(javac.success()).isTrue();
    assertThat(eclipse.inGenerated()).isEmpty();
    assertThat(eclipse.success()).isTrue();
    assertEqual(javac.written());
  }

  /** The author has been warned at the interface and suppressed it there. */
  @Test
  void whatIsDeprecatedIsNoNewsInTheGeneratedClass() throws IOException {
    Map<String, String> sources = deprecated();

    JavacRun javac =
        JavacRun.of(
            sources,
            List.of("--add-modules", "jdk.incubator.vector", "-Xlint:all,-incubating", "-Werror"),
            JavacRun.runtime(),
            Files.createDirectory(out.resolve("javac")),
            new NetworkProcessor());
    EclipseRun eclipse = EclipseRun.of(sources, out, ECLIPSE);

    assertThat(javac.diagnostics()).isEmpty();
    assertThat(eclipse.inGenerated()).isEmpty();
    assertEqual(javac.written());
  }

  /** A class cannot implement both without what only javac calls a warning. */
  @Test
  void arraysInheritedWithAndWithoutDotsGiveNoWarning() throws IOException {
    Map<String, String> sources =
        Map.of(
            "garden/Dots.java", "package garden; interface Dots { float p(float... x); }",
            "garden/Plain.java", "package garden; interface Plain { float p(float[] x); }",
            "garden/Five.java",
                source(
                    "@SuppressWarnings(\"overrides\")\n"
                        + "@Network(layers = {2, 1}, activations = SIGMOID,"
                        + " loss = BINARY_CROSS_ENTROPY)\ninterface Five extends Dots, Plain {}"));

    JavacRun javac =
        JavacRun.of(
            sources,
            List.of("--add-modules", "jdk.incubator.vector", "-Xlint:all,-incubating", "-Werror"),
            JavacRun.runtime(),
            out,
            new NetworkProcessor());

    assertThat(javac.diagnostics()).isEmpty();
  }

  /** Its author sees the same warning at the annotation. */
  @Test
  void aModuleThatShowsTheRuntimeIsWarnedAtItsOwnSourceOnly() throws IOException {
    Path jar = jar();
    String module = ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
    Map<String, String> sources =
        Map.of(
            "module-info.java",
            "@SuppressWarnings({\"requires-automatic\", \"module\"}) module app {"
                + " requires jdk.incubator.vector; exports garden; requires "
                + module
                + "; }",
            "garden/Five.java",
            source(
                "@SuppressWarnings(\"exports\")\n"
                    + "@Network(layers = {2, 1}, activations = SIGMOID,"
                    + " loss = BINARY_CROSS_ENTROPY)\n"
                    + "public interface Five { float p(float[] x); }"));

    JavacRun javac =
        JavacRun.of(
            sources,
            List.of("-p", jar.toString(), "-Xlint:all,-incubating", "-Werror"),
            out,
            Files.createDirectory(out.resolve("javac")),
            new NetworkProcessor());

    assertThat(javac.diagnostics()).isEmpty();
    assertThat(Files.readString(out.resolve("javac/garden/FiveNetwork.java")))
        .contains("@SuppressWarnings(\"exports\")");
  }

  private Path jar() throws IOException {
    Path jar = out.resolve("runtime.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.burin");
    Path classes = JavacRun.runtime();
    if (!Files.isDirectory(classes)) {
      return classes;
    }
    try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        to.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        to.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private void assertEqual(List<String> written) throws IOException {
    List<String> generated = written.stream().filter(file -> file.endsWith(".java")).toList();
    assertThat(generated).isNotEmpty();
    for (String file : generated) {
      assertThat(Files.readString(out.resolve("written").resolve(file)))
          .as(file)
          .isEqualTo(Files.readString(out.resolve("javac").resolve(file)));
    }
  }

  private static Map<String, String> sweep() {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Activation> hidden =
        Arrays.stream(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();
    for (Precision precision : Precision.values()) {
      for (int i = 0; i < WIDTHS.length; i++) {
        int[] widths = WIDTHS[i];
        int outputs = widths[widths.length - 1];
        List<String> activations = new ArrayList<>();
        for (int l = 1; l < widths.length - 1; l++) {
          activations.add(hidden.get((i + l) % hidden.size()).name());
        }
        String name = precision.name().charAt(0) + "Net" + i;
        Ends ends = ends(i, outputs, hidden.get(i));
        activations.add(ends.activation());
        String text =
            String.format(
                Locale.ROOT,
                "/** A network. */\n@Network(layers = {%s}, activations = {%s}, loss = %s,"
                    + " precision = %s)\npublic interface %s {\n%s}\n",
                Arrays.toString(widths).replaceAll("[\\[\\]]", ""),
                String.join(", ", activations),
                ends.loss(),
                precision,
                name,
                forms(precision.name().toLowerCase(Locale.ROOT), widths[0], outputs));
        sources.put("garden/" + name + ".java", source(text));
      }
    }
    return sources;
  }

  /** How a network ends. */
  private record Ends(String activation, String loss) {}

  private static Ends ends(int i, int outputs, Activation other) {
    return switch (i % 4) {
      case 0 -> new Ends("SIGMOID", "BINARY_CROSS_ENTROPY");
      case 1 ->
          outputs > 1
              ? new Ends("SOFTMAX", "CROSS_ENTROPY")
              : new Ends("TANH", "MEAN_SQUARED_ERROR");
      case 2 -> new Ends(other.name(), "HALF_MEAN_SQUARED_ERROR");
      default -> new Ends(other.name(), "MEAN_SQUARED_ERROR");
    };
  }

  private static String forms(String element, int inputs, int outputs) {
    StringBuilder text = new StringBuilder();
    List<String> components = new ArrayList<>();
    String[] types = {"float", "double", "boolean", "byte", "short", "int", "long"};
    text.append("/** A sample.\n");
    for (int k = 0; k < inputs; k++) {
      components.add(types[k % types.length] + " x" + k);
      text.append("@param x").append(k).append(" an input\n");
    }
    text.append("*/\nrecord Sample(").append(String.join(", ", components)).append(") {}\n");
    String result = "/** A method.\n@param x the sample\n@return the answer */\n";
    String batch = "/** A method.\n@param x samples\n@param n how many\n@param out answers */\n";
    text.append(result).append("T[] all(Sample x);\n").append(result).append("T[] all(T... x);\n");
    text.append(batch).append("void all(T[] x, int n, T[] out);\n");
    text.append(batch.replace("@param n how many\n", "")).append("void all(T[] x, T[] out);\n");
    if (outputs == 1) {
      text.append(result).append("T one(T[] x);\n").append(result).append("T one(Sample x);\n");
    } else {
      text.append(result).append("int best(T[] x);\n");
      text.append(batch).append("void best(T[] x, int n, int[] out);\n");
      text.append("/** An answer. */\nenum Answer {\n");
      for (int j = 0; j < outputs; j++) {
        text.append("/** It. */ A").append(j).append(",\n");
      }
      text.append("}\n").append(result).append("Answer answer(Sample x);\n");
    }
    return text.toString().replace("T", element);
  }

  private static Map<String, String> deprecated() {
    String network =
        "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";
    return Map.of(
        "garden/Old.java",
            source("@Deprecated\n" + network + "interface Old { float p(float[] x); }"),
        "garden/Gone.java", "package garden; @Deprecated(forRemoval = true) enum Gone { NO, YES }",
        "garden/Past.java", "package garden; @Deprecated record Past(int x, int y) {}",
        "garden/Half.java",
            "package garden;\nrecord Half(int x, int y) { @Deprecated public int x() { return x; } }",
        "garden/Some.java", "package garden;\nenum Some { @Deprecated NO, YES }",
        "garden/Five.java",
            source(
                "@SuppressWarnings({\"deprecation\", \"removal\"})\n"
                    + network
                    + "interface Five { Gone gone(Past x); float half(Half x); }"),
        "garden/Six.java", source(network + "interface Six { Some some(Half x); }"));
  }

  private static String source(String text) {
    return "package garden;\n" + Compiling.IMPORTS + text + "\n";
  }
}
