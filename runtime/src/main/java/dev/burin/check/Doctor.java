package dev.burin.check;

import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.Fingerprint;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.Jvm;
import dev.burin.kernel.Lanes;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.kernel.Readiness;
import dev.burin.kernel.SelfTestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Examines whether this JVM lets a network run as fast as it can, and says what to do if not.
 *
 * @param findings what was looked at, in the order of looking
 */
public record Doctor(List<Finding> findings) {

  /** Samples of a measured batch. */
  private static final int ROWS = 168;

  /** Networks with very many inputs are timed on fewer rows. */
  private static final int MOST_ELEMENTS = 16_000_000;

  private static final long MEASURE_NANOS = 200_000_000;

  /** Keeps the findings as they are. */
  public Doctor {
    findings = List.copyOf(findings);
  }

  /**
   * One thing that was looked at.
   *
   * @param name what it is, in a word or two
   * @param value what was found
   * @param remedy what to do about it, as a sentence; empty when all is well
   */
  public record Finding(String name, String value, String remedy) {

    /** Whether nothing is to be done. */
    public boolean well() {
      return remedy.isEmpty();
    }

    @Override
    public String toString() {
      return name + ": " + value + (well() ? "" : ". " + remedy);
    }
  }

  /** Whether nothing is to be done. */
  public boolean well() {
    return findings.stream().allMatch(Finding::well);
  }

  /**
   * Examines the JVM, warms the network up, and measures it for a fifth of a second.
   *
   * @param network any network with generated kernels; its parameters are only read
   * @param limit how long the warm-up may take
   * @throws IllegalStateException if a SIMD width is forced that this JVM cannot run, if the
   *     network has no weights yet, or if another thread trains it
   */
  public static Doctor examine(NeuralNetwork network, Duration limit) {
    network.endReading(network.beginReading());
    List<Finding> findings = new ArrayList<>();
    findings.add(fingerprint(network));
    findings.add(jdk());
    findings.add(module());
    findings.add(compiler());
    findings.add(fma());
    findings.add(
        new Finding(
            "width",
            Lanes.chosen().path() + ", since " + Lanes.reason(),
            Lanes.amiss() ? "See the reason above." : ""));
    network.warmUp(limit);
    List<SelfTestResult> tests =
        network.readiness() == Readiness.READY ? network.selfTest() : List.of();
    findings.add(kernels(network));
    findings.add(selfTest(network, tests));
    findings.add(
        new Finding(
            "speed",
            String.format(Locale.ROOT, "%.1f GFLOP/s with batches, 1 thread", gigaflops(network)),
            ""));
    return new Doctor(findings);
  }

  private static Finding fingerprint(NeuralNetwork network) {
    return new Finding(
        "fingerprint",
        Fingerprint.of(network)
            + " of the parameters, "
            + Fingerprint.of(network.shape())
            + " of the declaration",
        "");
  }

  private static Finding jdk() {
    Runtime.Version version = Runtime.version();
    boolean old = version.compareToIgnoreOptional(Jvm.OLDEST) < 0;
    return new Finding(
        "JDK",
        version + ", " + System.getProperty("java.vm.name"),
        old ? "Install JDK " + Jvm.OLDEST + " or newer." : "");
  }

  private static Finding module() {
    return Jvm.hasVectorModule()
        ? new Finding("module", "jdk.incubator.vector is present", "")
        : new Finding(
            "module",
            "jdk.incubator.vector is absent",
            "Add --add-modules jdk.incubator.vector to the java command.");
  }

  private static Finding compiler() {
    String info = System.getProperty("java.vm.info", "unknown");
    return Jvm.optimizes()
        ? new Finding("compiler", info, "")
        : new Finding(
            "compiler",
            info + ", no optimizing compiler",
            "Start the JVM without -Xint and without -XX:TieredStopAtLevel.");
  }

  private static Finding fma() {
    return Jvm.hasFma()
        ? new Finding("FMA", "in hardware", "")
        : new Finding(
            "FMA",
            "computed with BigDecimal, some thousand times slower",
            "Run on a processor with FMA, let the virtual machine pass it through,"
                + " and start the JVM without -XX:-UseFMA.");
  }

  private static Finding kernels(NeuralNetwork network) {
    return new Finding(
        "kernels",
        network.path() + ", " + network.readiness().text(),
        switch (network.readiness()) {
          case READY, REFUSED -> "";
          case PLAIN -> "See the reason of the width; -Dburin.simd=off is only for comparisons.";
          case COLD, WARMING -> "Wait longer: they were not ready within the limit.";
          case UNPROVEN -> "Wait longer: they run, but were not driven within the limit.";
          case UNTRIED -> "Give the JVM more memory (-Xmx), or wait until more of it is free.";
          case FAILED -> "See the warning in the log; update the JDK.";
          case SLOW ->
              "Look again when the machine has less to do; if it stays so, run a HotSpot JVM with"
                  + " C2, or try a narrower -Dburin.simd.";
        });
  }

  private static Finding selfTest(NeuralNetwork network, List<SelfTestResult> tests) {
    return switch (network.readiness()) {
      case READY ->
          new Finding("self-test", "equal to the plain loops in every bit" + durations(tests), "");
      case SLOW -> new Finding("self-test", "equal to the plain loops in every bit", "");
      case PLAIN -> new Finding("self-test", "nothing to compare: plain loops run", "");
      case COLD, WARMING, UNPROVEN, UNTRIED, FAILED -> new Finding("self-test", "not finished", "");
      case REFUSED ->
          new Finding(
              "self-test",
              "the kernels give other bits than the plain loops and are refused",
              "Update the JDK; if that does not help, report the processor and the JDK.");
    };
  }

  private static String durations(List<SelfTestResult> results) {
    return results.stream()
        .map(
            each ->
                String.format(
                    Locale.ROOT, "; %s %.3f ms", each.calls(), each.duration().toNanos() / 1e6))
        .collect(Collectors.joining());
  }

  /** Two operations for each weight and sample: the arithmetic of F1 alone. */
  private static double gigaflops(NeuralNetwork network) {
    int widest = Math.max(network.shape().inputs(), network.shape().outputs());
    int rows = Math.clamp(MOST_ELEMENTS / widest, 1, ROWS);
    Runnable batch = batch(network, rows);
    long weights = network.layout().layers().stream().mapToLong(l -> (long) l.in() * l.out()).sum();
    long best = Long.MAX_VALUE;
    long begin = System.nanoTime();
    do {
      long start = System.nanoTime();
      batch.run();
      best = Math.min(best, System.nanoTime() - start);
    } while (System.nanoTime() - begin < MEASURE_NANOS);
    return 2.0 * weights * rows / Math.max(1, best);
  }

  private static Runnable batch(NeuralNetwork network, int rows) {
    int in = network.shape().inputs();
    int out = network.shape().outputs();
    return switch (network) {
      case FloatNetwork f -> {
        float[] x = new float[rows * in];
        float[] y = new float[rows * out];
        yield () -> f.outputs(x, rows, y);
      }
      case DoubleNetwork d -> {
        double[] x = new double[rows * in];
        double[] y = new double[rows * out];
        yield () -> d.outputs(x, rows, y);
      }
    };
  }

  /** One line for each finding. */
  @Override
  public String toString() {
    return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }
}
