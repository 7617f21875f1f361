package dev.burin.checks.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.Mode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a sample costs through a predictor: processor time of the process by samples, 64 virtual
 * threads in a closed loop and one alone, beside the kernel in full batches.
 */
public final class Predicting {

  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int CLIENTS = 64;
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = Long.getLong("millis", 700) * 1_000_000;

  private Predicting() {}

  /** Prints some lines for each network named, all of {@link Nets} without names. */
  public static void main(String[] args) throws InterruptedException {
    for (Nets net : Nets.values()) {
      if (args.length == 0 || Arrays.asList(args).contains(net.name())) {
        print(net.name(), net.make());
      }
    }
  }

  private static void print(String name, FloatNetwork network) throws InterruptedException {
    network.warmUp(Duration.ofMinutes(1));
    System.out.printf(Locale.ROOT, "%s, kernel in batches of 64: %.2f us%n", name, batch(network));
    for (Mode mode : Mode.values()) {
      try (FloatPredictor predictor = FloatPredictor.of(network).mode(mode).build()) {
        String line = predictor.warmUp(Duration.ofSeconds(1));
        System.out.printf(
            Locale.ROOT,
            "%s %s: %s from 64 callers, %s from one (%s)%n",
            name,
            mode,
            best(predictor, network, CLIENTS),
            best(predictor, network, 1),
            line);
      }
    }
  }

  private static double batch(FloatNetwork network) {
    float[] x = new float[64 * network.shape().inputs()];
    float[] out = new float[64 * network.shape().outputs()];
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CPU.getProcessCpuTime();
      long end = System.nanoTime() + ROUND_NANOS / 2;
      long rows = 0;
      while (System.nanoTime() - end < 0) {
        network.outputs(x, 64, out);
        rows += 64;
      }
      best = Math.min(best, (CPU.getProcessCpuTime() - start) / 1e3 / rows);
    }
    return best;
  }

  /** The processor time of a sample and the samples of a second, each in the best round. */
  private record Cost(double micros, double perSecond) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f us, %,.0f/s", micros, perSecond);
    }
  }

  private static Cost best(FloatPredictor predictor, FloatNetwork network, int clients)
      throws InterruptedException {
    Cost best = cost(predictor, network, clients);
    for (int round = 1; round < ROUNDS; round++) {
      Cost now = cost(predictor, network, clients);
      best = new Cost(Math.min(best.micros, now.micros), Math.max(best.perSecond, now.perSecond));
    }
    return best;
  }

  private static Cost cost(FloatPredictor predictor, FloatNetwork network, int clients)
      throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    LongAdder calls = new LongAdder();
    long end = System.nanoTime() + ROUND_NANOS;
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    float[] x = new float[network.shape().inputs()];
                    float[] out = new float[network.shape().outputs()];
                    try {
                      go.await();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    long done = 0;
                    for (; System.nanoTime() - end < 0; done++) {
                      predictor.predict(x, 0, out, 0);
                    }
                    calls.add(done);
                  }));
    }
    long begin = System.nanoTime();
    long start = CPU.getProcessCpuTime();
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Cost((CPU.getProcessCpuTime() - start) / 1e3 / calls.sum(), calls.sum() / seconds);
  }
}
