package dev.burin.network;

import dev.burin.Precision;
import dev.burin.kernel.CompactKernels;
import dev.burin.kernel.CompactLayer;
import dev.burin.kernel.CompactTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.SelfTestResult;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ChangeOver;
import dev.burin.start.ColdStart;
import dev.burin.start.CompactTrials;
import dev.burin.start.Pass;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A float network for inference alone, whose weights stay whole numbers of eight bits in memory,
 * with a scale for each output: a quarter of the memory, and for one sample of a network that is
 * larger than the caches a good half of the time. A weights file of such numbers becomes one with
 * {@code CompactWeights.load}.
 *
 * <p>The bits are those of a {@link FloatNetwork} that was loaded from the same file, on every
 * machine, for one sample and in any batch. It never changes, so that any number of threads may use
 * it; calls allocate nothing but the arrays that they return.
 */
public final class CompactNetwork {

  private final ParameterLayout layout;
  private final List<CompactLayer> layers;
  private final CompactKernels kernels;
  private final CompactKernels twin = new CompactTwin();
  private final ColdStart start;
  private final ChangeOver one;
  private final ChangeOver many;
  private final FloatClasses classes;
  private final FloatWorkspaces workspaces;
  private final int inputs;
  private final int outputs;
  private final int last;
  private final int stride;

  private CompactNetwork(ParameterLayout layout, List<CompactLayer> layers) {
    this.layout = layout;
    this.layers = layers;
    this.kernels = CompactKernels.chosen();
    this.start = CompactTrials.start(kernels);
    this.one = start.of(Pass.ONE);
    this.many = start.of(Pass.MANY);
    this.classes = new FloatClasses(layout);
    this.workspaces = new FloatWorkspaces(layout);
    this.inputs = layout.shape().inputs();
    this.outputs = layout.shape().outputs();
    this.last = layout.layers().size();
    this.stride = layout.layer(last).rowStride();
  }

  /**
   * A network that gets its parameters from somebody who reads a file.
   *
   * @param shape the network, of {@link Precision#FLOAT}
   * @param filling gives whole numbers from -128 to 127 for weights, and multiplies those of each
   *     output with its scale
   * @throws IllegalArgumentException if the network is one of doubles
   * @throws X if the filling ends with it
   */
  public static <X extends Exception> CompactNetwork filled(NetworkShape shape, Filling<X> filling)
      throws X {
    check(shape);
    Objects.requireNonNull(filling, "The filling is null; give one.");
    ParameterLayout layout = ParameterLayout.of(shape);
    List<CompactLayer> layers = layout.layers().stream().map(CompactLayer::of).toList();
    filling.fill(new CompactSink(layout, layers));
    return new CompactNetwork(layout, layers);
  }

  /**
   * Checks that a network may be compact.
   *
   * @throws IllegalArgumentException if it is one of doubles
   */
  public static void check(NetworkShape shape) {
    Objects.requireNonNull(shape, "The shape of the network is null; give one.");
    if (shape.precision() != Precision.FLOAT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The network %s computes in DOUBLE; only one of FLOAT keeps weights of eight bits in"
                  + " memory, so declare it with precision FLOAT or load it as it is.",
              shape.widths()));
    }
  }

  /** The layers, the loss and the precision. */
  public NetworkShape shape() {
    return layout.shape();
  }

  /** The bytes that weights, scales and biases take. */
  public long bytes() {
    return layers.stream().mapToLong(CompactLayer::bytes).sum();
  }

  /** What computes the next single sample: a SIMD level of the machine or {@code plain}. */
  public String path() {
    return start.path();
  }

  /**
   * Waits until the kernels are compiled, at most for a while. An interrupt ends the waiting and
   * stays set.
   *
   * @return what computes the next single sample, as {@link #path()}
   */
  public String warmUp(Duration limit) {
    start.await(Objects.requireNonNull(limit, "The limit is null."), Pass.ONE, Pass.MANY);
    return start.path();
  }

  /** Compares kernels that are in use with the plain twin, and leaves them if a bit is wrong. */
  public List<SelfTestResult> selfTest() {
    return start.selfTest();
  }

  /**
   * The single output for one sample.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer, or the last layer is wider than 1
   */
  public float output(float[] x) {
    checkOne(x);
    if (outputs != 1) {
      throw new IllegalArgumentException(
          "The network has " + outputs + " outputs, not one; ask for all of them.");
    }
    FloatWorkspace ws = forward(x);
    float output = ws.a[last][0];
    workspaces.release(ws);
    return output;
  }

  /**
   * The outputs for one sample in a new array.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer
   */
  public float[] outputs(float[] x) {
    float[] out = new float[outputs];
    outputs(x, out);
    return out;
  }

  /**
   * The outputs for one sample.
   *
   * @param x {@code [in]}
   * @param out receives {@code [out]}; another array than x
   * @throws IllegalArgumentException if an array is shorter or longer, or both are one
   */
  public void outputs(float[] x, float[] out) {
    checkOne(x);
    Arguments.given(out, "outputs", 1, outputs);
    Arguments.exactly("outputs", out.length, outputs);
    Arguments.apart(x, out);
    FloatWorkspace ws = forward(x);
    System.arraycopy(ws.a[last], 0, out, 0, outputs);
    workspaces.release(ws);
  }

  /**
   * The outputs for n samples.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major; another array than x
   * @throws IllegalArgumentException if n is negative, an array is too short, or both are one
   */
  public void outputs(float[] x, int n, float[] out) {
    check(x, n);
    Arguments.given(out, "outputs", n, outputs);
    Arguments.room("outputs", out.length, n, outputs);
    Arguments.apart(x, out);
    FloatWorkspace ws = workspaces.some(n);
    for (int done = 0; done < n; done += ws.rows()) {
      int rows = Math.min(ws.rows(), n - done);
      forward(x, done, rows, ws);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(ws.a[last], row * stride, out, (done + row) * outputs, outputs);
      }
    }
    workspaces.release(ws);
  }

  /**
   * The class of one sample, by the rule of {@link Decision}.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer, if an input is NaN or infinite, or
   *     if the outputs tell no class, as after an overflow of sums
   */
  public int predict(float[] x) {
    checkOne(x);
    FloatWorkspace ws = forward(x);
    int answer = classes.of(ws, 0, x, 0);
    workspaces.release(ws);
    if (answer == Decision.NONE) {
      throw classes.refusal(x, 0, -1);
    }
    return answer;
  }

  /**
   * The classes of n samples, as {@link #predict(float[])} gives them.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n]}; only those before the first sample that is refused
   * @throws IllegalArgumentException if n is negative or an array is too short, if an input is NaN
   *     or infinite, or if outputs tell no class, as after an overflow of sums
   */
  public void predict(float[] x, int n, int[] out) {
    check(x, n);
    Arguments.given(out, "classes", n, 1);
    Arguments.room("classes", out.length, n, 1);
    FloatWorkspace ws = workspaces.some(n);
    try {
      for (int done = 0; done < n; done += ws.rows()) {
        int rows = Math.min(ws.rows(), n - done);
        forward(x, done, rows, ws);
        for (int row = 0; row < rows; row++) {
          int at = (done + row) * inputs;
          int answer = classes.of(ws, row, x, at);
          if (answer == Decision.NONE) {
            throw classes.refusal(x, at, done + row);
          }
          out[done + row] = answer;
        }
      }
    } finally {
      workspaces.release(ws);
    }
  }

  private FloatWorkspace forward(float[] x) {
    FloatWorkspace ws = workspaces.one();
    forward(x, 0, 1, ws);
    return ws;
  }

  private void forward(float[] x, int first, int rows, FloatWorkspace ws) {
    CompactKernels chosen = (rows == 1 ? one : many).kernels() ? kernels : twin;
    chosen.forward(layers, x, first * inputs, 0, rows, ws);
  }

  private void checkOne(float[] x) {
    Arguments.given(x, "inputs", 1, inputs);
    Arguments.exactly("inputs", x.length, inputs);
  }

  private void check(float[] x, int n) {
    Arguments.given(x, "inputs", n, inputs);
    Arguments.room("inputs", x.length, n, inputs);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "compact network %s, %.1f MB on %s",
        layout.shape(),
        bytes() / 1e6,
        start.path());
  }
}
