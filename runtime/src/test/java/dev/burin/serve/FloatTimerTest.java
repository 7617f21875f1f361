package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Times that are taken while the JVM still compiles: those count that stay. */
class FloatTimerTest {

  private static final int ROWS = 64;

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void aBatchThatGetsFasterLateIsWaitedFor() {
    // Such times made a predictor of 784-196-1 compute sample by sample.
    Timing timing =
        FloatTimer.settle(() -> 9_000, falling(20, 26_000 * ROWS, 4_000 * ROWS), ROWS, () -> 0, 1);

    assertThat(timing).isEqualTo(new Timing(9_000, 4_000, ROWS));
    assertThat(timing.choice()).isEqualTo(Mode.BATCHING);
  }

  @Test
  void aSampleThatGetsFasterLateIsWaitedFor() {
    // And such times made a predictor of a small network hand samples over.
    Timing timing = FloatTimer.settle(falling(20, 4_000, 400), () -> 200 * ROWS, ROWS, () -> 0, 1);

    assertThat(timing).isEqualTo(new Timing(400, 200, ROWS));
    assertThat(timing.choice()).isEqualTo(Mode.DIRECT);
  }

  @Test
  void oneDisturbedWindowDoesNotCount() {
    Timing timing =
        FloatTimer.settle(
            () -> calls.incrementAndGet() == 3 ? 90_000 : 9_000, () -> 1, 1, () -> 0, 1);

    assertThat(timing.one()).isEqualTo(9_000);
  }

  @Test
  void aMachineThatNeverSettlesIsLeftWhenTheTimeIsOver() {
    Timing timing =
        FloatTimer.settle(
            () -> Math.pow(0.5, calls.incrementAndGet()), () -> 1, 1, calls::get, 100);

    assertThat(timing.one()).isEqualTo(Math.pow(0.5, 100));
  }

  /** One time at first; from the middle of its windows on it falls, a tenth each time. */
  private DoubleSupplier falling(int windows, double from, double to) {
    return () -> {
      int call = calls.incrementAndGet();
      return call < windows / 2 ? from : Math.max(to, from * Math.pow(0.8, call - windows / 2.0));
    };
  }
}
