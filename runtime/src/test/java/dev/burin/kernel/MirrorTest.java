package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The double half of the room is the float half with one word changed. This test holds both to
 * that; {@code -Dmirror=update} rewrites the double half instead of failing.
 */
class MirrorTest {

  private static final Path ROOM = Path.of("src/main/java/dev/burin/kernel");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Activations",
        "Answers",
        "Classes",
        "Inference",
        "Kernels",
        "Losses",
        "Network",
        "Panels",
        "Parameters",
        "Rows",
        "SelfTest",
        "Step",
        "Training",
        "Trial",
        "TrialStep",
        "Twin",
        "Workspace"
      })
  void doubleMirrorsFloat(String name) throws IOException {
    Path target = ROOM.resolve("Double" + name + ".java");
    String wanted = mirrored(Files.readString(ROOM.resolve("Float" + name + ".java")));
    if ("update".equals(System.getProperty("mirror"))) {
      Files.writeString(target, wanted);
    }
    assertThat(words(Files.readString(target)))
        .as("%s must mirror its float twin; -Dmirror=update rewrites it", target)
        .isEqualTo(words(wanted));
  }

  private static String mirrored(String source) {
    return source
        .replace("(float) ", "")
        .replace("(double) ", "")
        .replace("Float", "Double")
        .replace("float", "double");
  }

  /** The formatter may break lines of the two halves differently. */
  private static String words(String source) {
    return source.replaceAll("[\\s*]+", " ").replaceAll(" ?([(),]) ?", "$1");
  }
}
