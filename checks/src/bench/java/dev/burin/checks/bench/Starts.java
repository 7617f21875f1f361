package dev.burin.checks.bench;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.SelfTestResult;
import dev.burin.optimize.Sgd;
import dev.burin.train.Trainer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times the start of 784-196-1 in the JVM that it is given: the first answer, which the twin gives,
 * and then the self-tests, the first and the shortest of some seconds for each kind of call.
 */
public final class Starts {

  /** Short tiles are rare in the warm-up, and some are compiled later than the rest. */
  private static final long SELF_TEST_NANOS = 5_000_000_000L;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Starts() {}

  /** Prints a line for each time; no arguments. */
  public static void main(String[] args) {
    Nets.SMALL.make().output(new float[32]);
    FloatNetwork network = Nets.FIVE_OR_EIGHT.make();
    long start = System.nanoTime();
    network.output(new float[784]);
    System.out.printf(
        Locale.ROOT,
        "first answer %.1f ms, %s%n",
        (System.nanoTime() - start) / 1e6,
        network.path());
    network.warmUp(PATIENCE);
    train(network);
    Map<String, Double> first = new TreeMap<>();
    Map<String, Double> best = new TreeMap<>();
    long begin = System.nanoTime();
    do {
      for (SelfTestResult result : network.selfTest()) {
        double millis = result.duration().toNanos() / 1e6;
        first.putIfAbsent(result.calls(), millis);
        best.merge(result.calls(), millis, Math::min);
      }
    } while (System.nanoTime() - begin < SELF_TEST_NANOS);
    best.forEach(
        (calls, millis) ->
            System.out.printf(
                Locale.ROOT,
                "self-test of %s %.3f ms at best, %.3f at first, %s%n",
                calls,
                millis,
                first.get(calls),
                network.path()));
  }

  /** Until the kernels of training take part. */
  private static void train(FloatNetwork network) {
    FloatTable x = new FloatTable(32, 784, new float[32 * 784]);
    Dataset data = new Dataset(x, new FloatTable(32, 1, new float[32]));
    Trainer trainer = Trainer.builder().optimizer(new Sgd(0.1)).epochs(1).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (network.state().contains("training: plain") && System.nanoTime() < end) {
      trainer.train(network, data);
    }
  }
}
