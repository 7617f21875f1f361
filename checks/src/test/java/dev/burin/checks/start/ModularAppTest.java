package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module: compiled, run, and linked into a small JVM of its own. */
class ModularAppTest {

  private static final String DESCRIPTOR =
      """
      module spot {
        requires dev.burin.runtime;
        requires jdk.incubator.vector;
      }
      """;

  private static final String NETWORK =
      """
      package app;

      import static dev.burin.Activation.SIGMOID;
      import static dev.burin.Activation.TANH;
      import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

      import dev.burin.Network;

      @Network(layers = {2, 16, 1}, activations = {TANH, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
      interface Spot {
        float probability(float[] x);
      }
      """;

  private static final String MAIN =
      """
      package app;

      public class Main {
        public static void main(String[] args) {
          SpotNetwork network = new SpotNetwork(1);
          System.out.println("answer " + network.probability(new float[2]));
          System.out.println("path " + network.network().kernels().path());
        }
      }
      """;

  private static final Path RUNTIME = home("dev.burin.machine.Lanes");
  private static final Path PROCESSOR = home("dev.burin.processor.NetworkProcessor");
  private static final Path JAVAPOET = home("com.palantir.javapoet.JavaFile");

  @TempDir private static Path directory;

  @BeforeAll
  static void writeTheSources() throws IOException {
    Path app = Files.createDirectories(directory.resolve("src/app"));
    Files.writeString(directory.resolve("src/module-info.java"), DESCRIPTOR);
    Files.writeString(app.resolve("Spot.java"), NETWORK);
    Files.writeString(app.resolve("Main.java"), MAIN);
  }

  @Test
  void bothJarsAreModulesByADescriptorOfTheirOwn() {
    assertThat(ModuleFinder.of(RUNTIME, PROCESSOR).findAll())
        .extracting(module -> module.descriptor().toNameAndVersion().split("@", 2)[0])
        .containsExactlyInAnyOrder("dev.burin.runtime", "dev.burin.processor");
    assertThat(ModuleFinder.of(RUNTIME, PROCESSOR).findAll())
        .noneMatch(module -> module.descriptor().isAutomatic());
  }

  @Test
  void aModuleIsEngravedFromEitherPathOfProcessorsAndRuns() throws Exception {
    for (String option : List.of("--processor-path", "--processor-module-path")) {
      Path classes = compile(option);
      assertThat(run(Path.of(System.getProperty("java.home")), "-p", path(RUNTIME, classes)))
          .as(option)
          .startsWith("answer 0.5")
          .contains("path ")
          .doesNotContain("plain");
    }
  }

  @Test
  void aModuleIsLinkedIntoAJvmOfItsOwnAndRunsThere() throws Exception {
    Path classes = compile("--processor-path");
    Path image = directory.resolve("image");
    tool("jlink", "-p", path(RUNTIME, classes), "--add-modules", "spot", "--output", image + "");
    assertThat(run(image)).startsWith("answer 0.5").doesNotContain("plain");
  }

  /** By its name: javac would miss the annotations of the processor's own build. */
  private static Path home(String type) {
    try {
      return FreshJvm.home(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path compile(String option) {
    Path sources = directory.resolve("src");
    Path classes = directory.resolve("classes" + option);
    List<String> arguments =
        List.of("-p", RUNTIME + "", option, path(PROCESSOR, RUNTIME, JAVAPOET), "-d", classes + "");
    Stream<String> files =
        Stream.of("module-info.java", "app/Spot.java", "app/Main.java")
            .map(each -> sources.resolve(each).toString());
    tool("javac", Stream.concat(arguments.stream(), files).toArray(String[]::new));
    return classes;
  }

  private static void tool(String name, String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exit = ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
    assertThat(exit).as(said.toString()).isZero();
  }

  private static String run(Path home, String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-m", "spot/app.Main"));
    Path errors = directory.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> readable(errors)).isZero();
    return text;
  }

  private static String readable(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String path(Path... places) {
    return Arrays.stream(places)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
