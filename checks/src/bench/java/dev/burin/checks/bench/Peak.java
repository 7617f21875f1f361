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

/** The most that one core can do: twelve independent chains of multiply-adds in registers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class Peak {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEPS = 10_000;

  private final float[] memory = new float[64];

  /** Multiply-adds of whole vectors; times twice the lanes, this is GFLOP/s. */
  @Benchmark
  @OperationsPerInvocation(12 * STEPS)
  public float[] multiplyAdds() {
    FloatVector x = FloatVector.fromArray(SPECIES, memory, 0);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x;
    FloatVector s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
    for (int i = 0; i < STEPS; i++) {
      s0 = s0.fma(y, x);
      s1 = s1.fma(y, x);
      s2 = s2.fma(y, x);
      s3 = s3.fma(y, x);
      s4 = s4.fma(y, x);
      s5 = s5.fma(y, x);
      s6 = s6.fma(y, x);
      s7 = s7.fma(y, x);
      s8 = s8.fma(y, x);
      s9 = s9.fma(y, x);
      s10 = s10.fma(y, x);
      s11 = s11.fma(y, x);
    }
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    low.add(s6).add(s7).add(s8).add(s9).add(s10).add(s11).intoArray(memory, 0);
    return memory;
  }
}
