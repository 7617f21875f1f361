package dev.burin.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the plain twin compute until the kernels of a network are compiled, which one thread brings
 * about, and then changes over; since the bits are equal, nobody can tell when.
 *
 * <p>Each kind of call changes over by itself. Its first call starts the thread, which waits a
 * second, works at half speed so as not to stand in the way of others, and ends when all kinds that
 * were called are decided.
 */
final class ColdStart {

  /** A day is for ever, and its nanoseconds fit into a long. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final long DELAY_NANOS = 1_000_000_000;

  private static final long LONGEST_PAUSE_NANOS = 100_000_000;

  private final String path;
  private final WarmUpPolicy policy;
  private final Function<Pass, Trial> trials;
  private final Map<Pass, ChangeOver> passes = new EnumMap<>(Pass.class);
  private final Deque<ChangeOver> asked = new ArrayDeque<>();
  private boolean running;
  private volatile boolean awaited;

  /**
   * The start of some kernels.
   *
   * @param path what the kernels report themselves as
   * @param first what every kind of call starts as
   * @param trials gives the work that drives a kind of call
   */
  ColdStart(String path, Readiness first, WarmUpPolicy policy, Function<Pass, Trial> trials) {
    this.path = path;
    this.policy = policy;
    this.trials = trials;
    for (Pass pass : Pass.values()) {
      passes.put(pass, new ChangeOver(this, pass, first));
    }
  }

  ChangeOver of(Pass pass) {
    return Objects.requireNonNull(passes.get(pass));
  }

  String path() {
    return of(Pass.ONE).readiness().kernels() ? path : Width.PLAIN.path();
  }

  /** One line for people: what each kind of call runs on, and why. */
  String state() {
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
  synchronized void ask(ChangeOver pass) {
    if (pass.readiness() != Readiness.COLD && pass.readiness() != Readiness.UNPROVEN) {
      return;
    }
    if (asked.contains(pass)) {
      return;
    }
    if (pass.readiness() == Readiness.COLD) {
      pass.decide(Readiness.WARMING);
    }
    asked.add(pass);
    if (!running) {
      running = true;
      launch();
    }
  }

  /** A machine with no thread to spare still gets its answers. */
  private void launch() {
    try {
      Thread.ofPlatform()
          .name("burin-warm-up")
          .daemon()
          .inheritInheritableThreadLocals(false)
          .start(this::work);
    } catch (OutOfMemoryError e) {
      running = false;
      asked.forEach(pass -> pass.decide(Readiness.UNPROVEN));
      asked.clear();
    }
  }

  /**
   * Asks for some passes and waits until they are decided, at most for a while. An interrupt ends
   * the waiting and stays set.
   */
  synchronized void await(Duration limit, Pass... wanted) {
    long end = System.nanoTime() + (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
    for (Pass pass : wanted) {
      ask(of(pass));
    }
    awaited = true;
    notifyAll();
    while (Arrays.stream(wanted).anyMatch(pass -> asked.contains(of(pass)))) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    awaited = false;
  }

  private void work() {
    delay();
    for (ChangeOver pass = next(null); pass != null; pass = next(pass)) {
      Race.Outcome outcome = outcome(pass.pass());
      Messages.log(path, pass.pass(), outcome);
      if (outcome.readiness() == Readiness.REFUSED) {
        refuse();
      } else {
        settle(pass, outcome.readiness());
      }
    }
  }

  /** What a self-test refused in the meantime stays refused. */
  private synchronized void settle(ChangeOver pass, Readiness decision) {
    if (pass.readiness() != Readiness.REFUSED) {
      pass.decide(decision);
    }
  }

  private Race.Outcome outcome(Pass pass) {
    try {
      Trial trial = trials.apply(pass);
      Race.Outcome race = new Race(trial, this::pause).run(policy.limit());
      return race.readiness() == Readiness.READY ? examined(race, trial.selfTest(), pass) : race;
    } catch (OutOfMemoryError e) {
      return new Race.Outcome(Readiness.UNPROVEN, "there is no memory for a trial");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new Race.Outcome(Readiness.REFUSED, "The kernels failed with " + e + ".");
    }
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
  List<SelfTestResult> selfTest() {
    List<SelfTestResult> results = new ArrayList<>();
    for (ChangeOver pass : passes.values()) {
      if (!pass.readiness().kernels()) {
        continue;
      }
      SelfTestResult result = result(trials.apply(pass.pass()).selfTest(), pass.pass());
      results.add(result);
      if (!result.passed()) {
        Messages.log(path, pass.pass(), new Race.Outcome(Readiness.REFUSED, result.difference()));
        refuse();
      }
    }
    return results;
  }

  /** Programs that are soon done, and the JIT's first work for others, are left in peace. */
  private synchronized void delay() {
    long end = System.nanoTime() + DELAY_NANOS;
    try {
      for (long left = DELAY_NANOS; left > 0 && !awaited; left = end - System.nanoTime()) {
        wait(1 + left / 1_000_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As long as nobody waits, the warm-up takes half of one processor and leaves the other half. */
  private void pause(long nanos) {
    if (!awaited) {
      LockSupport.parkNanos(Math.min(nanos, LONGEST_PAUSE_NANOS));
    }
  }

  /** The next pass to decide; the thread ends and whoever waits goes on when there is none. */
  private synchronized @Nullable ChangeOver next(@Nullable ChangeOver done) {
    if (done != null) {
      asked.remove(done);
    }
    ChangeOver next = asked.peek();
    if (next == null) {
      running = false;
    }
    notifyAll();
    return next;
  }

  /** One wrong bit is a reason to believe none of the kernels. */
  private synchronized void refuse() {
    for (ChangeOver pass : passes.values()) {
      pass.decide(Readiness.REFUSED);
    }
    asked.clear();
    notifyAll();
  }
}
