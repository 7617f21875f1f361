package dev.burin.checks.peers;

import ai.onnxruntime.OrtException;
import dev.burin.checks.bench.Nets;
import dev.burin.network.FloatNetwork;
import java.nio.FloatBuffer;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Times others with the same network, the same weights and the same samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class Peers {

  /** How far a peer's outputs may lie from ours: its sums have another order. */
  private static final float TOLERANCE = 1e-3f;

  /** The network. */
  @Param public Nets net;

  /** The samples of one call. */
  @Param({"1", "8", "64", "1024"})
  public int batch;

  /** The threads of ONNX Runtime's operators. */
  @Param("1")
  public int threads;

  private float[] x = {};
  private float[] out = {};
  private PlainLoops loops = new PlainLoops(Nets.SMALL.make());
  private OnnxRuntime onnx = onnx(Nets.SMALL.make(), 1, 1);

  /** Makes the peers and checks that they compute what they are compared with. */
  @Setup(Level.Trial)
  public void setUp() throws OrtException {
    FloatNetwork network = net.make();
    Random random = new Random(1);
    x = new float[batch * network.shape().inputs()];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    out = new float[batch * network.shape().outputs()];
    float[] ours = new float[out.length];
    network.outputs(x, batch, ours);
    loops = new PlainLoops(network);
    loops.run(x, batch, out);
    onnx.close();
    onnx = onnx(network, batch, threads);
    FloatBuffer theirs = onnx.run(x);
    for (int i = 0; i < out.length; i++) {
      agree(ours[i], out[i]);
      agree(ours[i], theirs.get(i));
    }
  }

  private static OnnxRuntime onnx(FloatNetwork network, int batch, int threads) {
    try {
      return new OnnxRuntime(network, batch, threads);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void agree(float ours, float theirs) {
    if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(ours)))) {
      throw new IllegalStateException("A peer computes " + theirs + ", not " + ours + ".");
    }
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void tearDown() throws OrtException {
    onnx.close();
  }

  /** ONNX Runtime. */
  @Benchmark
  public FloatBuffer onnx() throws OrtException {
    return onnx.run(x);
  }

  /** Plain Java loops on one thread. */
  @Benchmark
  public float[] loops() {
    loops.run(x, batch, out);
    return out;
  }
}
