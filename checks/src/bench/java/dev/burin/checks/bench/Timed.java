package dev.burin.checks.bench;

import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatStep;
import dev.burin.machine.Lanes;
import dev.burin.network.FloatInference;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/** Times inference and training steps; each fork refuses to run on another path than is printed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class Timed {

  /** The network. */
  @Param public Nets net;

  /** The samples of one call. */
  @Param({"1", "8", "64", "1024"})
  public int batch;

  /** The threads that share the work. */
  @Param("1")
  public int threads;

  private float[] x = {};
  private float[] y = {};
  private float[] out = {};
  private FloatNetwork network = Nets.SMALL.make();
  private FloatInference inference = new FloatInference(network, 1);
  private FloatTraining training = new FloatTraining(network, 1, 1);
  private FloatStep rule = (p, from, to, g, at) -> {};

  /** Makes the network and its data, and waits until its kernels are compiled. */
  @Setup(Level.Trial)
  public void setUp() {
    network = net.make();
    network.warmUp();
    if (!network.path().equals(Lanes.chosen().path())) {
      throw new IllegalStateException(
          "Asked for " + Lanes.chosen().path() + ", but " + network.path() + " runs.");
    }
    Random random = new Random(1);
    x = new float[batch * network.shape().inputs()];
    y = new float[batch * network.shape().outputs()];
    out = new float[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextFloat();
    }
    inference = new FloatInference(network, threads);
    training = FloatTraining.onKernels(network, batch, threads);
    float[] v = new float[network.layout().length()];
    rule =
        (p, from, to, g, at) -> FloatRules.descendWithMomentum(p, v, from, to, g, at, -1e-6f, 0.9f);
  }

  /** All outputs of a batch. */
  @Benchmark
  public float[] inference() {
    if (threads == 1) {
      network.outputs(x, batch, out);
    } else {
      inference.outputs(x, batch, out);
    }
    return out;
  }

  /** A training step: the cost of a batch, its gradient, and the update with momentum. */
  @Benchmark
  public double step() {
    double cost = training.propagate(x, y, batch);
    training.step(rule);
    return cost;
  }
}
