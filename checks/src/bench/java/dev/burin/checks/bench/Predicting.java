package dev.burin.checks.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.burin.kernel.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.Mode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * What a sample costs through a predictor: processor time of the process by samples, 64 virtual
 * threads in a closed loop and one alone, beside the kernel in full batches.
 */
public final class Predicting {

  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int CLIENTS = 64;
  private static final int CALLS = 20_000;
  private static final int ROUNDS = 5;

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
            "%s %s: %.2f us from 64 callers, %.2f from one (%s)%n",
            name,
            mode,
            best(predictor, network, CLIENTS, CALLS),
            best(predictor, network, 1, CALLS * 8),
            line);
      }
    }
  }

  private static double batch(FloatNetwork network) {
    float[] x = new float[64 * network.shape().inputs()];
    float[] out = new float[64 * network.shape().outputs()];
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 4 * ROUNDS; round++) {
      long start = CPU.getProcessCpuTime();
      for (int i = 0; i < CALLS / 10; i++) {
        network.outputs(x, 64, out);
      }
      best = Math.min(best, (CPU.getProcessCpuTime() - start) / 6.4e4 / (CALLS / 10.0));
    }
    return best;
  }

  private static double best(FloatPredictor predictor, FloatNetwork network, int clients, int calls)
      throws InterruptedException {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, micros(predictor, network, clients, calls));
    }
    return best;
  }

  private static double micros(
      FloatPredictor predictor, FloatNetwork network, int clients, int calls)
      throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
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
                    for (int call = 0; call < calls; call++) {
                      predictor.predict(x, 0, out, 0);
                    }
                  }));
    }
    long start = CPU.getProcessCpuTime();
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return (CPU.getProcessCpuTime() - start) / 1e3 / ((double) clients * calls);
  }
}
