package dev.burin.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short run: each reader and some thousand damaged files, the same ones each time. */
class FuzzTest {

  private static final int RUNS = 4_000;

  private static List<String> names() {
    return FuzzTargets.all().stream().map(FuzzTarget::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void seedsAreReadAndDamagedOnesReadOrRefused(String name) throws IOException {
    FuzzTarget target = FuzzTargets.of(name);
    Watch watch = new Watch(target);
    for (byte[] seed : target.seeds()) {
      assertThat(watch.read(seed)).as("a seed of %s", name).isTrue();
    }
    int read = read(watch, name, new Mutation(target.seeds(), 1));

    // Where nothing is refused, or nothing read, the damage proves nothing.
    assertThat(read).isBetween(1, RUNS - 1);
  }

  private static int read(Watch watch, String name, Mutation mutation) throws IOException {
    int read = 0;
    for (int i = 0; i < RUNS; i++) {
      byte[] bytes = mutation.next();
      try {
        read += watch.read(bytes) ? 1 : 0;
      } catch (Error | RuntimeException | IOException e) {
        throw new AssertionError(name + " failed on " + HexFormat.of().formatHex(bytes), e);
      }
    }
    return read;
  }

  @Test
  void noTwoReadersHaveOneName() {
    assertThat(names()).doesNotHaveDuplicates();
  }
}
