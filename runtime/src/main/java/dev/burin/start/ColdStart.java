package dev.burin.start;

import dev.burin.machine.CpuTime;
import dev.burin.machine.Readiness;
import dev.burin.machine.SelfTestResult;
import dev.burin.machine.Width;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the plain twin compute until the kernels of a network are compiled, which {@link WarmUp}
 * brings about, and then changes over; since the bits are equal, nobody can tell when.
 *
 * <p>Each kind of call changes over by itself, and its first call asks for it.
 */
public final class ColdStart {

  /** Who tries again need not begin from nothing: what the JVM compiled meanwhile counts. */
  private static final int SHARE_OF_LATER_TRIALS = 4;

  private final String path;
  private final WarmUpPolicy policy;
  private final Trials trials;
  private final Map<Pass, ChangeOver> passes = new EnumMap<>(Pass.class);

  /**
   * The start of some kernels.
   *
   * @param path what the kernels report themselves as
   * @param first what every kind of call starts as
   * @param trials gives the work that drives a kind of call
   */
  public ColdStart(String path, Readiness first, WarmUpPolicy policy, Trials trials) {
    this.path = path;
    this.policy = policy;
    this.trials = trials;
    for (Pass pass : Pass.values()) {
      passes.put(pass, new ChangeOver(this, pass, first));
    }
  }

  public ChangeOver of(Pass pass) {
    return Objects.requireNonNull(passes.get(pass));
  }

  public String path() {
    return of(Pass.ONE).readiness().kernels() ? path : Width.PLAIN.path();
  }

  /** One line for people: what each kind of call runs on, and why. */
  public String state() {
    StringBuilder line = new StringBuilder();
    for (ChangeOver pass : passes.values()) {
      Readiness readiness = pass.readiness();
      line.append(line.isEmpty() ? "" : "; ")
          .append(pass.pass().label())
          .append(": ")
          .append(readiness.kernels() ? path : Width.PLAIN.path())
          .append(", ")
          .append(readiness.text());
    }
    return line.toString();
  }

  /** Asks for a pass to be warmed up, and returns at once. */
  void ask(ChangeOver pass) {
    WarmUp.OF_JVM.ask(pass);
  }

  /**
   * Asks for some passes and waits until they are decided, at most for a while. An interrupt ends
   * the waiting and stays set.
   */
  public void await(Duration limit, Pass... wanted) {
    WarmUp.OF_JVM.await(limit, Arrays.stream(wanted).map(this::of).toList());
  }

  /** How long until kernels that were not fast, or not tried, are tried again. */
  long pauseNanos() {
    return policy.pause().toNanos();
  }

  /** Tries the kernels in one kind of call and decides; WARMING if the turn was over before. */
  Readiness attempt(ChangeOver pass, int failures, Race.Turn turn) {
    Race.Outcome outcome = outcome(pass.pass(), failures, turn);
    if (outcome.readiness() == Readiness.WARMING) {
      return Readiness.WARMING;
    }
    TrialMessages.logOutcome(path, pass.pass(), outcome);
    if (outcome.readiness() == Readiness.REFUSED) {
      refuse();
    } else if (outcome.readiness() == Readiness.UNTRIED && pass.readiness() == Readiness.UNPROVEN) {
      // Kernels that were to run at once go on.
      return Readiness.UNPROVEN;
    } else {
      pass.decide(outcome.readiness());
    }
    return outcome.readiness();
  }

  /** Wrong bits alone are a reason to refuse: an exception says nothing about other calls. */
  private Race.Outcome outcome(Pass pass, int failures, Race.Turn turn) {
    try {
      long bytes = trials.bytes(pass);
      long room = policy.room().getAsLong();
      if (bytes > room) {
        return new Race.Outcome(Readiness.UNTRIED, tooLarge(bytes, room));
      }
      Race.Outcome race = race(pass, failures, turn);
      return race.readiness() == Readiness.READY
          ? examined(race, trials.selfTest(pass), pass)
          : race;
    } catch (OutOfMemoryError e) {
      return new Race.Outcome(Readiness.UNTRIED, "the heap was full");
    } catch (RuntimeException | Error e) {
      return new Race.Outcome(Readiness.FAILED, e.toString());
    }
  }

  /** Apart, so that what the trial holds is garbage before the self-test. */
  private Race.Outcome race(Pass pass, int failures, Race.Turn turn) {
    Duration limit =
        failures == 0 ? policy.limit() : policy.limit().dividedBy(SHARE_OF_LATER_TRIALS);
    return new Race(trials.trial(pass), turn, System::nanoTime, CpuTime::nanos).run(limit);
  }

  private static String tooLarge(long bytes, long room) {
    return bytes == Trials.NEVER_FITS
        ? "arrays of Java do not hold what a trial of layers as wide needs"
        : String.format(
            Locale.ROOT,
            "a trial takes %.1f MB, and the free heap has %.1f MB to spare for it",
            bytes / 1e6,
            room / 1e6);
  }

  /** The last look at kernels that are compiled, before the first answer comes from them. */
  private static Race.Outcome examined(Race.Outcome race, SelfTest test, Pass pass) {
    SelfTestResult result = result(test, pass);
    return result.passed()
        ? new Race.Outcome(
            Readiness.READY,
            String.format(
                Locale.ROOT,
                "%s; the self-test took %.3f ms",
                race.text(),
                result.duration().toNanos() / 1e6))
        : new Race.Outcome(Readiness.REFUSED, result.difference());
  }

  private static SelfTestResult result(SelfTest test, Pass pass) {
    long begin = System.nanoTime();
    @Nullable String difference = test.difference();
    return new SelfTestResult(
        pass.label(),
        Duration.ofNanos(System.nanoTime() - begin),
        difference == null ? "" : difference);
  }

  /** Tests each kind of call that runs on kernels now, and refuses them if a bit is wrong. */
  public List<SelfTestResult> selfTest() {
    List<SelfTestResult> results = new ArrayList<>();
    for (ChangeOver pass : passes.values()) {
      if (!pass.readiness().kernels() || trials.bytes(pass.pass()) == Trials.NEVER_FITS) {
        continue;
      }
      SelfTestResult result = result(trials.selfTest(pass.pass()), pass.pass());
      results.add(result);
      if (!result.passed()) {
        TrialMessages.logOutcome(
            path, pass.pass(), new Race.Outcome(Readiness.REFUSED, result.difference()));
        refuse();
      }
    }
    return results;
  }

  /** One wrong bit is a reason to believe none of the kernels. */
  private void refuse() {
    for (ChangeOver pass : passes.values()) {
      pass.decide(Readiness.REFUSED);
    }
  }
}
