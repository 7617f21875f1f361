package dev.burin.kernel;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A float network: its parameters and the kernels that compute with them.
 *
 * <p>Inference may run on any number of threads at once and allocates nothing once each thread has
 * been served. Whoever changes the {@link #parameters()}, as training does, must not run inference
 * on this object at the same time.
 */
public final class FloatNetwork implements NeuralNetwork {

  private final NetworkShape shape;
  private final ParameterLayout layout;
  private final FloatKernels kernels;
  private final FloatKernels twin;
  private final ColdStart start;
  private final ChangeOver one;
  private final ChangeOver many;
  private final float[] parameters;
  private final FloatWorkspaces workspaces;

  /** A network whose parameters are all 0. */
  public FloatNetwork(NetworkShape shape, FloatKernels kernels) {
    this(
        shape,
        kernels,
        ColdStarts.of(
            kernels.getClass(),
            kernels.path(),
            shape,
            new FloatTrials(ParameterLayout.of(shape), kernels)));
  }

  FloatNetwork(NetworkShape shape, FloatKernels kernels, ColdStart start) {
    this.shape = shape;
    this.layout = ParameterLayout.of(shape);
    this.kernels = kernels;
    this.twin = new FloatTwin(shape);
    this.start = start;
    this.one = start.of(Pass.ONE);
    this.many = start.of(Pass.MANY);
    this.parameters = CacheLines.floats(layout.length());
    this.workspaces = new FloatWorkspaces(layout);
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public String path() {
    return start.path();
  }

  @Override
  public Readiness readiness() {
    return one.readiness();
  }

  @Override
  public String state() {
    return start.state();
  }

  @Override
  public String warmUp(Duration limit) {
    start.await(limit, Pass.ONE, Pass.MANY);
    return start.path();
  }

  @Override
  public List<SelfTestResult> selfTest() {
    return start.selfTest();
  }

  /** The kernels that compute once they are compiled. */
  public FloatKernels kernels() {
    return kernels;
  }

  /** What computes some rows now. */
  private FloatKernels kernels(int rows) {
    return (rows == 1 ? one : many).kernels() ? kernels : twin;
  }

  /** What computes a training step now. Kernels and twin must not share the parts of one step. */
  FloatKernels trainingKernels() {
    return start.of(Pass.TRAINING).kernels() ? kernels : twin;
  }

  /**
   * The live parameters, laid out as {@link #layout()} says, in an array that may be longer; what
   * is not a parameter must stay 0.
   */
  public float[] parameters() {
    return parameters;
  }

  @Override
  public double parameter(int at) {
    return parameters[at];
  }

  @Override
  public void parameter(int at, double value) {
    parameters[at] = (float) value;
  }

  @Override
  public void initialize(long seed) {
    Random random = new Random(seed);
    for (LayerLayout layer : layout.layers()) {
      double deviation = layer.layer().deviation();
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          parameters[layer.weight(j, k)] = (float) (deviation * random.nextGaussian());
        }
        parameters[layer.bias(j)] = 0;
      }
    }
  }

  /**
   * The single output for one sample.
   *
   * @param x at least {@code [in]}
   * @throws IllegalArgumentException if x is too short or the last layer is wider than 1
   */
  public float output(float[] x) {
    if (shape.outputs() != 1) {
      throw new IllegalArgumentException("The network has " + shape.outputs() + " outputs.");
    }
    FloatWorkspace ws = forwardOne(x);
    float result = last(ws)[0];
    workspaces.release(ws);
    return result;
  }

  /**
   * The outputs for one sample in a new array.
   *
   * @param x at least {@code [in]}
   * @throws IllegalArgumentException if x is too short
   */
  public float[] outputs(float[] x) {
    float[] out = new float[shape.outputs()];
    outputs(x, 1, out);
    return out;
  }

  /** Lends a workspace whose {@code x} waits for one sample; the answer gives it back. */
  public FloatWorkspace acquire() {
    return workspaces.one();
  }

  /** The single output for the sample in {@code ws.x}, which is given back. */
  public float outputFrom(FloatWorkspace ws) {
    kernels(1).forward(parameters, ws.x, 0, 0, 1, ws);
    float result = last(ws)[0];
    workspaces.release(ws);
    return result;
  }

  /** The outputs for the sample in {@code ws.x}, which is given back, in a new array. */
  public float[] outputsFrom(FloatWorkspace ws) {
    kernels(1).forward(parameters, ws.x, 0, 0, 1, ws);
    float[] result = Arrays.copyOf(last(ws), shape.outputs());
    workspaces.release(ws);
    return result;
  }

  /** The index of the greatest output for the sample in {@code ws.x}, which is given back. */
  public int predictFrom(FloatWorkspace ws) {
    kernels(1).forward(parameters, ws.x, 0, 0, 1, ws);
    int result = greatest(last(ws), 0);
    workspaces.release(ws);
    return result;
  }

  /**
   * The index of the greatest output for one sample; the first one among equals. An output that is
   * not a number counts as the greatest.
   *
   * @param x at least {@code [in]}
   * @throws IllegalArgumentException if x is too short
   */
  public int predict(float[] x) {
    FloatWorkspace ws = forwardOne(x);
    int result = greatest(last(ws), 0);
    workspaces.release(ws);
    return result;
  }

  /**
   * The outputs for n samples.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is negative or an array is too short
   */
  public void outputs(float[] x, int n, float[] out) {
    check(x, n);
    Arguments.room("outputs", out.length, n, shape.outputs());
    outputs(x, 0, n, out);
  }

  /** The outputs for samples from..to of checked arrays. */
  void outputs(float[] x, int from, int to, float[] out) {
    FloatWorkspace ws = workspaces.some(to - from);
    int stride = layout.layers().getLast().rowStride();
    int width = shape.outputs();
    for (int done = from; done < to; done += ws.rows()) {
      int rows = Math.min(ws.rows(), to - done);
      kernels(rows).forward(parameters, x, done * shape.inputs(), 0, rows, ws);
      float[] a = last(ws);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(a, row * stride, out, (done + row) * width, width);
      }
    }
    workspaces.release(ws);
  }

  /**
   * The indexes of the greatest outputs for n samples, as {@link #predict(float[])} gives them.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n]}
   * @throws IllegalArgumentException if n is negative or an array is too short
   */
  public void predict(float[] x, int n, int[] out) {
    check(x, n);
    Arguments.room("classes", out.length, n, 1);
    FloatWorkspace ws = workspaces.some(n);
    int stride = layout.layers().getLast().rowStride();
    for (int done = 0; done < n; done += ws.rows()) {
      int rows = Math.min(ws.rows(), n - done);
      kernels(rows).forward(parameters, x, done * shape.inputs(), 0, rows, ws);
      for (int row = 0; row < rows; row++) {
        out[done + row] = greatest(last(ws), row * stride);
      }
    }
    workspaces.release(ws);
  }

  private FloatWorkspace forwardOne(float[] x) {
    check(x, 1);
    FloatWorkspace ws = workspaces.one();
    kernels(1).forward(parameters, x, 0, 0, 1, ws);
    return ws;
  }

  void check(float[] x, int n) {
    Objects.requireNonNull(x, "x");
    Arguments.room("inputs", x.length, n, shape.inputs());
  }

  private float[] last(FloatWorkspace ws) {
    return ws.a[layout.layers().size()];
  }

  private int greatest(float[] a, int at) {
    int best = 0;
    for (int j = 1; j < shape.outputs(); j++) {
      if (Float.compare(a[at + j], a[at + best]) > 0) {
        best = j;
      }
    }
    return best;
  }
}
