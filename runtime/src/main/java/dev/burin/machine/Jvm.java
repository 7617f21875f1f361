package dev.burin.machine;

/** What can be known of the running JVM without asking its management interface. */
public final class Jvm {

  /** The oldest JDK that this project is tested with. */
  public static final Runtime.Version OLDEST = Runtime.Version.parse("25.0.3");

  /** A call that is compiled or intrinsic takes some 30 ns, one by BigDecimal some 20,000. */
  private static final long SLOW_FMA_NANOS = 2_000;

  private Jvm() {}

  /**
   * Whether there is an optimizing compiler, without which no vector stays in a register: not with
   * {@code -Xint} and not with {@code -XX:TieredStopAtLevel=1}.
   */
  public static boolean optimizes() {
    String info = System.getProperty("java.vm.info", "");
    return !info.contains("interpreted") && !info.contains("emulated-client");
  }

  /** Whether the module of the Vector API is there. */
  public static boolean hasVectorModule() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /**
   * Whether fused multiply-add is an instruction here, seen from its duration. Without it the JDK
   * computes {@link Math#fma(double, double, double)} with {@link java.math.BigDecimal}.
   */
  public static boolean hasFma() {
    double sum = Math.fma(0.5, 0.25, 0.125);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      sum = Math.fma(sum, 0.25, 0.125);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best < SLOW_FMA_NANOS && sum > 0;
  }
}
