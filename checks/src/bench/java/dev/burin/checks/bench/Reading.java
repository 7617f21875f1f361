package dev.burin.checks.bench;

import dev.burin.network.FloatNetwork;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The least that one sample costs: every parameter is read once and added up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class Reading {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** The network whose parameters are read. */
  @Param public Nets net;

  private float[] p = {};
  private int first;
  private int end;
  private final float[] sum = new float[64];

  /** Takes the parameters of the network. */
  @Setup(Level.Trial)
  public void setUp() {
    FloatNetwork network = net.make();
    p = network.parameters();
    first = network.layout().layer(1).weights();
    end = first + (network.layout().length() - first) / (8 * LANES) * (8 * LANES);
  }

  /** Eight independent sums hide the latency of the additions. */
  @Benchmark
  public float[] sum() {
    FloatVector s0 = FloatVector.zero(SPECIES), s1 = s0, s2 = s0, s3 = s0;
    FloatVector s4 = s0, s5 = s0, s6 = s0, s7 = s0;
    for (int i = first; i < end; i += 8 * LANES) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, p, i));
      s1 = s1.add(FloatVector.fromArray(SPECIES, p, i + LANES));
      s2 = s2.add(FloatVector.fromArray(SPECIES, p, i + 2 * LANES));
      s3 = s3.add(FloatVector.fromArray(SPECIES, p, i + 3 * LANES));
      s4 = s4.add(FloatVector.fromArray(SPECIES, p, i + 4 * LANES));
      s5 = s5.add(FloatVector.fromArray(SPECIES, p, i + 5 * LANES));
      s6 = s6.add(FloatVector.fromArray(SPECIES, p, i + 6 * LANES));
      s7 = s7.add(FloatVector.fromArray(SPECIES, p, i + 7 * LANES));
    }
    s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).intoArray(sum, 0);
    return sum;
  }
}
