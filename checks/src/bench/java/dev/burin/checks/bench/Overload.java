package dev.burin.checks.bench;

import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.Mode;
import dev.burin.serve.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A predictor that is asked for twice of what it can, each sample by a virtual thread of its own
 * that begins when it is due, whether those before are answered or not: how many wait, how long a
 * refusal takes, what becomes of those that were accepted, and how soon all is as before.
 */
public final class Overload {

  private static final int CAPACITY = 256;
  private static final long SECONDS = Long.getLong("seconds", 60);
  private static final long SECOND = 1_000_000_000;

  private final FloatPredictor predictor;
  private final float[] x;
  private final float[] expected;
  private final LongAdder begun = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder wrong = new LongAdder();
  private final AtomicInteger mostWaiting = new AtomicInteger();
  private final ConcurrentHistogram refusals = new ConcurrentHistogram(3);
  private final ConcurrentHistogram answers = new ConcurrentHistogram(3);

  private Overload(FloatPredictor predictor, FloatNetwork network) {
    this.predictor = predictor;
    this.x = new float[network.shape().inputs()];
    Arrays.fill(x, 0.25f);
    this.expected = network.outputs(x);
  }

  /** Prints what was found; the network may be named, DEEP without a name. */
  public static void main(String[] args) throws InterruptedException {
    FloatNetwork network = Nets.valueOf(args.length == 0 ? "DEEP" : args[0]).make();
    network.warmUp(Duration.ofMinutes(2));
    try (FloatPredictor predictor =
        FloatPredictor.of(network).mode(Mode.BATCHING).capacity(CAPACITY).build()) {
      Overload overload = new Overload(predictor, network);
      overload.load(2_000, 2);
      double rate = overload.rate();
      System.out.printf(Locale.ROOT, "can do %.0f samples a second%n", rate);
      overload.clear();
      double before = used();
      overload.load(2 * rate, SECONDS);
      overload.print("at twice of that for " + SECONDS + " s");
      System.out.printf(Locale.ROOT, "memory %+.1f MB%n", used() - before);
      overload.recover(rate / 2);
    }
  }

  private void clear() {
    begun.reset();
    answered.reset();
    refusals.reset();
    answers.reset();
    mostWaiting.set(0);
  }

  /** What 512 callers get in a closed loop of two seconds. */
  private double rate() throws InterruptedException {
    answered.reset();
    long start = System.nanoTime();
    long end = start + 2 * SECOND;
    Thread[] callers = new Thread[CAPACITY];
    for (int i = 0; i < callers.length; i++) {
      callers[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      ask(System.nanoTime());
                    }
                  });
    }
    for (Thread caller : callers) {
      caller.join();
    }
    return answered.sum() * (double) SECOND / (System.nanoTime() - start);
  }

  /** Samples at a rate, each when it is due. */
  private void load(double rate, long seconds) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + seconds * SECOND;
    long sent = 0;
    Thread last = null;
    for (long now = start; now < end; now = System.nanoTime()) {
      long due = (long) ((now - start) * rate / SECOND);
      for (; sent < due; sent++) {
        long at = start + (long) (sent * SECOND / rate);
        last = Thread.ofVirtual().start(() -> ask(at));
      }
      LockSupport.parkNanos(200_000);
    }
    if (last != null) {
      last.join();
    }
    while (answered.sum() + refusals.getTotalCount() < begun.sum()) {
      Thread.sleep(1);
    }
  }

  private void ask(long due) {
    begun.increment();
    float[] out = new float[expected.length];
    long start = System.nanoTime();
    try {
      predictor.predict(x, 0, out, 0);
      answers.recordValue(System.nanoTime() - due);
      wrong.add(Arrays.equals(out, expected) ? 0 : 1);
      answered.increment();
    } catch (RefusedException e) {
      refusals.recordValue(System.nanoTime() - start);
    }
    mostWaiting.accumulateAndGet(predictor.waiting(), Math::max);
  }

  private void print(String when) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d samples, %d answered, %d wrong, %d refused, at most %d of %d waited%n",
        when,
        begun.sum(),
        answered.sum(),
        wrong.sum(),
        refusals.getTotalCount(),
        mostWaiting.get(),
        CAPACITY);
    System.out.printf(
        Locale.ROOT,
        "a refusal took %.1f us in the middle, %.1f us in 999 of 1000, %.3f ms at most; an answer"
            + " came %.2f ms after its sample was due, %.2f ms in 99 of 100%n",
        refusals.getValueAtPercentile(50) / 1e3,
        refusals.getValueAtPercentile(99.9) / 1e3,
        refusals.getMaxValue() / 1e6,
        answers.getValueAtPercentile(50) / 1e6,
        answers.getValueAtPercentile(99) / 1e6);
  }

  /** Half of what it can, in the second after: nobody is refused any more. */
  private void recover(double rate) throws InterruptedException {
    clear();
    load(rate, 1);
    print("half of what it can, in the next second");
  }

  private static double used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
