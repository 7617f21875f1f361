package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.burin.processor.NetworkProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares generated sources with the goldens as text. The few goldens show that the output is not
 * weird; that it is right is shown elsewhere, by running it.
 *
 * <p>{@code -Dgolden=update} rewrites them, only from sources that compile and never under CI, and
 * then fails, so that the change is read before it is committed.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @ParameterizedTest
  @CsvSource({"mnist, FiveOrEight", "odd, Odd"})
  void generatesTheGolden(String folder, String name) throws IOException {
    Map<String, String> generated = generate(GOLDEN.resolve(folder).resolve(name + ".java"));
    assertThat(generated)
        .containsOnlyKeys(
            name + "Network.java",
            name + "Network_V128.java",
            name + "Network_V256.java",
            name + "Network_V512.java");
    if ("update".equals(System.getProperty("golden"))) {
      update(folder, generated);
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path golden = golden(folder, file.getKey());
      assertThat(Files.exists(golden)).as("%s is there; -Dgolden=update makes it", golden).isTrue();
      assertThat(file.getValue())
          .as("%s; -Dgolden=update rewrites it", golden)
          .isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }
  }

  /** Goldens bear a suffix of their own, so that no tool takes them for sources to build. */
  private static Path golden(String folder, String file) {
    return GOLDEN.resolve(folder).resolve(file + ".golden");
  }

  private static void update(String folder, Map<String, String> generated) throws IOException {
    if (System.getenv("CI") != null) {
      fail("Goldens are never rewritten under CI.");
    }
    int changed = 0;
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path golden = golden(folder, file.getKey());
      if (!Files.exists(golden) || !Files.readString(golden).equals(file.getValue())) {
        Files.writeString(golden, file.getValue());
        changed++;
      }
    }
    if (changed > 0) {
      fail(changed + " goldens of " + folder + " rewritten; read the difference and run again.");
    }
  }

  /** The sources generated from one file, compiled without a warning. */
  private static Map<String, String> generate(Path source) throws MalformedURLException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions(
                "--add-modules",
                "jdk.incubator.vector",
                "-Xlint:all,-incubating,-processing",
                "-Werror")
            .compile(JavaFileObjects.forResource(source.toUri().toURL()));
    assertThat(compilation.status())
        .as("%s", compilation.diagnostics())
        .isEqualTo(Compilation.Status.SUCCESS);
    Map<String, String> files = new TreeMap<>();
    try (Stream<JavaFileObject> sources =
        compilation.generatedFiles().stream()
            .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
            .filter(file -> file.getName().contains(StandardLocation.SOURCE_OUTPUT.name()))) {
      sources.forEach(
          file -> files.put(Path.of(file.getName()).getFileName().toString(), text(file)));
    }
    return files;
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
