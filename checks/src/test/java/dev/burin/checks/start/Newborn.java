package dev.burin.checks.start;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.SelfTestResult;
import dev.burin.optimize.Sgd;
import dev.burin.train.Trainer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The program of a forked JVM: each argument is something to do, each result a line. */
final class Newborn {

  private static final int SAMPLES = 256;

  /** On a machine with much else to do, kernels take their time. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Newborn() {}

  public static void main(String[] args) throws InterruptedException {
    for (String task : args) {
      switch (task) {
        case "train" -> train();
        case "first" -> first();
        case "load" -> load();
        case "twice" -> twice();
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

  /** The first answer of a network, and what gave it. */
  private static void first() {
    float[] pixels = new float[784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 256 / 255f;
    }
    DigitsNetwork network = new DigitsNetwork(1);
    float answer = network.probability(pixels);
    System.out.println("first " + answer + " " + network.network().path());
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
    String path = engraved.warmUp(PATIENCE);
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

  /** The self-tests once the kernels are compiled. */
  private static void selfTest() {
    FloatNetwork network = new DigitsNetwork(1).network();
    network.warmUp(PATIENCE);
    for (SelfTestResult result : network.selfTest()) {
      System.out.println(
          result.passed() ? "passed " + result.calls() : "differs " + result.difference());
    }
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
