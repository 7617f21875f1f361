package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.machine.Width;
import dev.burin.shape.NetworkShape;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights of eight bits give the bits of the plain twin on every width, compiled or not. */
class CompactBitsTest {

  private static final int NETWORKS = 4;

  private static final String MODULE = "--add-modules=jdk.incubator.vector";

  @ParameterizedTest
  @EnumSource(Width.class)
  void noBitDiffersOnAnyWidth(Width width) throws IOException, InterruptedException {
    assertNothingDiffers(width, List.of(MODULE, "-Dburin.simd=" + forced(width)));
  }

  @Test
  void noBitDiffersWithoutTheModule() throws IOException, InterruptedException {
    assertNothingDiffers(Width.PLAIN, List.of());
  }

  private static String forced(Width width) {
    return width == Width.PLAIN ? "off" : String.valueOf(width.bits());
  }

  private static void assertNothingDiffers(Width width, List<String> flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Dburin.warmup=off",
            "-cp",
            Engraver.place(CompactBitsTest.class)
                + File.pathSeparator
                + Engraver.place(NetworkShape.class),
            CompactDigest.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    List<String> lines = printed.lines().filter(line -> line.contains(" outputs differ")).toList();
    assertThat(lines).as(printed).hasSize(NETWORKS);
    assertThat(lines)
        .allMatch(line -> line.matches("\\S+ " + width.path() + " 0 of \\d+ outputs differ"));
  }
}
