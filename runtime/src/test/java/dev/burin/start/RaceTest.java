package dev.burin.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.machine.CpuTime;
import dev.burin.machine.Readiness;
import java.time.Duration;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Races by clocks that the test moves. */
class RaceTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long TWIN_NANOS = 1_000_000;
  private static final long INTERPRETED = 30_000_000;
  private static final long COMPILED = 50_000;

  /** The rounds after which the JVM of a test has compiled the kernels. */
  private static final int COMPILED_AFTER = 2_000;

  /** A machine on which so many threads want the processor. */
  private static final class Machine implements Trial, Race.Turn {
    private final int load;
    private final IntToLongFunction kernelNanos;
    private long time;
    private long cpuTime;
    private long paused;
    private int rounds;
    private int left = Integer.MAX_VALUE;
    private @Nullable String difference;

    Machine(int load, IntToLongFunction kernelNanos) {
      this.load = load;
      this.kernelNanos = kernelNanos;
    }

    Race.Outcome race() {
      return new Race(this, this, () -> time, () -> cpuTime).run(LIMIT);
    }

    private void work(long nanos) {
      cpuTime += nanos;
      time += nanos * load;
    }

    @Override
    public void twin() {
      work(TWIN_NANOS);
    }

    @Override
    public void kernels() {
      work(kernelNanos.applyAsLong(rounds++));
    }

    @Override
    public @Nullable String difference() {
      return difference;
    }

    @Override
    public void pause(long nanos) {
      paused += nanos;
      time += nanos;
    }

    @Override
    public boolean isOver() {
      return rounds >= left;
    }
  }

  private static Machine compiling(int load) {
    return new Machine(load, round -> round < COMPILED_AFTER ? INTERPRETED : COMPILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 1_000})
  void aBusyMachineIsWaitedForLonger(int load) {
    Machine machine = compiling(load);
    assertThat(machine.race().readiness()).isEqualTo(Readiness.READY);
    assertThat(machine.time).isGreaterThanOrEqualTo(load * COMPILED_AFTER * INTERPRETED);
  }

  @Test
  void kernelsThatStaySlowAreGivenUpAfterTheProcessorTime() {
    Machine machine = new Machine(100, round -> INTERPRETED);
    Race.Outcome outcome = machine.race();
    assertThat(outcome.readiness()).isEqualTo(Readiness.SLOW);
    assertThat(machine.cpuTime).isBetween(LIMIT.toNanos(), LIMIT.toNanos() + 10 * INTERPRETED);
    assertThat(outcome.text()).contains("s of processor time");
  }

  @Test
  void itPausesForAsLongAsItWorks() {
    Machine machine = compiling(1);
    machine.race();
    assertThat(machine.paused).isEqualTo(machine.cpuTime);
  }

  /** One round of a large network may take as long as the limit of a later trial. */
  @Test
  void longRoundsAreRepeatedUntilTheyTell() {
    Machine machine = new Machine(1, round -> round < 4 ? 400_000_000_000L : 200_000);
    assertThat(machine.race().readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  void aTurnThatIsOverEndsTheRaceAfterTheRound() {
    Machine machine = compiling(1);
    machine.left = 7;
    assertThat(machine.race().readiness()).isEqualTo(Readiness.WARMING);
    assertThat(machine.rounds).isEqualTo(7);
  }

  @Test
  void aDifferenceRefusesInWhateverRound() {
    Machine machine = compiling(1);
    machine.difference = "output 3 differs";
    assertThat(machine.race()).isEqualTo(new Race.Outcome(Readiness.REFUSED, "output 3 differs"));
    assertThat(machine.rounds).isEqualTo(1);
  }

  @Test
  void processorTimeOnlyGrowsByWork() {
    long before = CpuTime.nanos();
    double sum = 0;
    for (int i = 1; i < 10_000_000; i++) {
      sum += 1.0 / i;
    }
    assertThat(sum).isPositive();
    assertThat(CpuTime.nanos()).isGreaterThan(before);
  }
}
