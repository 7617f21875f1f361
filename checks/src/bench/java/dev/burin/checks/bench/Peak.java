package dev.burin.checks.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The most that one core can do: twelve independent chains of multiply-adds in registers. The sum
 * is what is added to and not a factor, as in the kernels: a chain through a factor makes the
 * compiler copy a register in every step and reaches four fifths of this.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class Peak {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEPS = 10_000;

  /** The multiply-adds of vectors in one call. */
  public static final int MULTIPLY_ADDS = 12 * STEPS;

  private final float[] memory = new float[64];
  private final float[] result = new float[64];

  /** Multiply-adds of whole vectors; times twice the lanes, this is GFLOP/s. */
  @Benchmark
  @OperationsPerInvocation(MULTIPLY_ADDS)
  public float[] multiplyAdds() {
    FloatVector x = FloatVector.fromArray(SPECIES, memory, 0);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x;
    FloatVector s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
    for (int i = 0; i < STEPS; i++) {
      s0 = x.fma(y, s0);
      s1 = x.fma(y, s1);
      s2 = x.fma(y, s2);
      s3 = x.fma(y, s3);
      s4 = x.fma(y, s4);
      s5 = x.fma(y, s5);
      s6 = x.fma(y, s6);
      s7 = x.fma(y, s7);
      s8 = x.fma(y, s8);
      s9 = x.fma(y, s9);
      s10 = x.fma(y, s10);
      s11 = x.fma(y, s11);
    }
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    low.add(s6).add(s7).add(s8).add(s9).add(s10).add(s11).intoArray(result, 0);
    return result;
  }
}
