package dev.burin.checks.start;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.SelfTestResult;
import dev.burin.train.Sgd;
import dev.burin.train.Trainer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The program of a forked JVM: each argument is something to do, each result a line. */
final class Newborn {

  private static final int SAMPLES = 256;

  /** One machine or another is busy at times; the fastest of so many was not disturbed. */
  private static final int SELF_TESTS = 30;

  /** Short tiles are rare in the warm-up, and some are compiled later than the rest. */
  private static final long SELF_TEST_NANOS = 5_000_000_000L;

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private Newborn() {}

  public static void main(String[] args) throws InterruptedException {
    for (String task : args) {
      switch (task) {
        case "train" -> train();
        case "first" -> first();
        case "load" -> load();
        case "twice" -> twice();
        case "trained" -> trained();
        case "selftest" -> selfTest();
        default -> throw new IllegalArgumentException(task);
      }
    }
  }

  /** A short training; the costs and the answers to single samples and batches, in all digits. */
  private static void train() {
    ParityNetwork network = new ParityNetwork(3);
    Dataset data = new Dataset(new FloatTable(SAMPLES, 8, bits()), Labels.of(odd()).binary());
    var history =
        Trainer.builder().optimizer(new Sgd(0.5)).batch(32).epochs(3).build().train(network, data);
    System.out.println("cost " + Double.toHexString(history.finalCost()));
    float[] out = new float[SAMPLES];
    network.odd(bits(), SAMPLES, out);
    for (int i = 0; i < SAMPLES; i += 37) {
      System.out.println("answer " + Float.toHexString(out[i]));
    }
    System.out.println("answer " + Float.toHexString(network.odd(new float[8])));
    System.out.println("state " + network.network().state());
  }

  /** The time of the first answer, when the classes of another network have been loaded. */
  private static void first() {
    float[] pixels = new float[784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 256 / 255f;
    }
    new ParityNetwork(1).odd(new float[8]);
    DigitsNetwork network = new DigitsNetwork(1);
    long start = System.nanoTime();
    float answer = network.probability(pixels);
    long nanos = System.nanoTime() - start;
    System.out.println("first " + nanos / 1e6 + " " + answer + " " + network.network().path());
  }

  /** Eight threads ask while the change-over happens under them. */
  private static void load() throws InterruptedException {
    ParityNetwork network = new ParityNetwork(5);
    float[] x = bits();
    float[] wanted = new float[SAMPLES];
    network.odd(x, SAMPLES, wanted);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger right = new AtomicInteger();
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                float[] one = new float[8];
                float[] many = new float[SAMPLES];
                for (int i = 0; !stop.get(); i = (i + 1) % SAMPLES) {
                  System.arraycopy(x, i * 8, one, 0, 8);
                  network.odd(x, i + 1, many);
                  boolean equal = same(network.odd(one), wanted[i]) && same(many[i], wanted[i]);
                  (equal ? right : wrong).incrementAndGet();
                }
              });
      threads[t].start();
    }
    FloatNetwork engraved = network.network();
    String path = engraved.warmUp();
    Thread.sleep(200);
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("load " + wrong + " wrong, " + (right.get() > 0) + ", path " + path);
  }

  /** What a program sees that goes on after a refusal. */
  private static void twice() {
    for (int i = 0; i < 2; i++) {
      try {
        System.out.println("made " + new ParityNetwork(1).network().path());
      } catch (IllegalStateException e) {
        System.out.println("refused " + e.getMessage());
      }
    }
  }

  /** Trains the timed network until its kernels take part. */
  private static void trained() {
    DigitsNetwork network = new DigitsNetwork(1);
    Dataset data = new Dataset(new FloatTable(32, 784, new float[32 * 784]), zeros(32));
    Trainer trainer = Trainer.builder().optimizer(new Sgd(0.1)).epochs(1).build();
    long start = System.nanoTime();
    while (network.network().state().contains("training: plain")
        && System.nanoTime() - start < PATIENCE_NANOS) {
      trainer.train(network, data);
    }
  }

  private static FloatTable zeros(int n) {
    return new FloatTable(n, 1, new float[n]);
  }

  /** The first self-test once the kernels are compiled and the shortest, for each kind of call. */
  private static void selfTest() {
    FloatNetwork network = new DigitsNetwork(1).network();
    String path = network.warmUp(Duration.ofNanos(PATIENCE_NANOS));
    Map<String, Double> first = new TreeMap<>();
    Map<String, Double> best = new TreeMap<>();
    long start = System.nanoTime();
    for (int i = 0; i < SELF_TESTS || System.nanoTime() - start < SELF_TEST_NANOS; i++) {
      for (SelfTestResult result : network.selfTest()) {
        if (!result.passed()) {
          System.out.println("differs " + result.difference());
        }
        double millis = result.duration().toNanos() / 1e6;
        first.putIfAbsent(result.calls(), millis);
        best.merge(result.calls(), millis, Math::min);
      }
    }
    best.forEach(
        (calls, millis) ->
            System.out.printf(
                Locale.ROOT,
                "selftest %.3f ms at best, %.3f at first, %s, %s%n",
                millis,
                first.get(calls),
                path,
                calls));
  }

  private static boolean same(float a, float b) {
    return Float.floatToRawIntBits(a) == Float.floatToRawIntBits(b);
  }

  private static float[] bits() {
    float[] x = new float[SAMPLES * 8];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i / 8 >> i % 8) & 1;
    }
    return x;
  }

  private static int[] odd() {
    int[] y = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      y[i] = Integer.bitCount(i) % 2;
    }
    return y;
  }
}
