package dev.burin.network;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.CacheLines;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ColdStart;
import dev.burin.start.ColdStarts;
import dev.burin.start.FloatTrials;
import dev.burin.start.Pass;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

/**
 * A float network: its parameters and the kernels that compute with them.
 *
 * <p>Inference may run on any number of threads at once and allocates nothing once each thread has
 * been served. It is refused while another thread trains or loads the network, and so is an answer
 * that this overtook. Whoever writes into the live {@link #parameters()} has to {@link #claim()}
 * the network meanwhile, or see to it that nobody uses it.
 *
 * <p>Where the answer is a number, IEEE 754 holds: NaN among the inputs of a sample gives NaN
 * outputs. Where it is a class, it is never given for an input that is NaN or infinite, nor from an
 * output that is NaN.
 */
public final class FloatNetwork extends NetworkBase implements NeuralNetwork {

  private final FloatKernels kernels;
  private final float[] parameters;
  private final FloatAnswers answers;
  private final Map<InputType, FloatReading> readings = FloatReading.all(this);
  private final FloatRecords records;

  /** A network without a name, whose weights are not set. */
  public FloatNetwork(NetworkShape shape, FloatKernels kernels) {
    this("", shape, kernels);
  }

  /**
   * A network whose weights are not set.
   *
   * @param name what it is called where it is told of; generated classes give their interface's
   */
  public FloatNetwork(String name, NetworkShape shape, FloatKernels kernels) {
    this(name, shape, kernels, FloatRecords.none());
  }

  /**
   * A network whose weights are not set; for generated classes.
   *
   * @param records the records and enums of its author's methods
   */
  public FloatNetwork(String name, NetworkShape shape, FloatKernels kernels, FloatRecords records) {
    this(
        name,
        ParameterLayout.of(shape),
        kernels,
        start(ParameterLayout.of(shape), kernels),
        records);
  }

  FloatNetwork(NetworkShape shape, FloatKernels kernels, ColdStart start) {
    this("", ParameterLayout.of(shape), kernels, start, FloatRecords.none());
  }

  private FloatNetwork(
      String name,
      ParameterLayout layout,
      FloatKernels kernels,
      ColdStart start,
      FloatRecords records) {
    this(name, layout, kernels, start, records, CacheLines.floats(layout.length()));
  }

  private FloatNetwork(
      String name,
      ParameterLayout layout,
      FloatKernels kernels,
      ColdStart start,
      FloatRecords records,
      float[] parameters) {
    super(name, layout, start, () -> FloatParameters.filled(parameters));
    this.kernels = kernels;
    this.parameters = parameters;
    this.records = records;
    this.answers = new FloatAnswers(layout, use(), parameters, kernels, start);
  }

  private static ColdStart start(ParameterLayout layout, FloatKernels kernels) {
    FloatTrials trials = new FloatTrials(layout, kernels);
    return ColdStarts.of(kernels.getClass(), kernels.path(), layout.shape(), trials);
  }

  private FloatNetwork(FloatNetwork like, float[] parameters) {
    super(like, () -> FloatParameters.filled(parameters));
    this.kernels = like.kernels;
    this.parameters = parameters;
    this.answers = like.answers.over(use(), parameters);
    this.records = like.records;
  }

  /**
   * A network like this one over parameters of its own, whose weights are not set. It shares the
   * kernels, how far they are compiled, and the workspaces, so that its first answer is as fast as
   * the next one of this, and it costs no more memory than its parameters. Each may be trained,
   * loaded, used and dropped without the other.
   */
  @Override
  public FloatNetwork another() {
    return new FloatNetwork(this, CacheLines.floats(layout().length()));
  }

  /**
   * {@link #another()} with all parameters set, as for a service that changes over to new weights.
   *
   * @param values laid out as {@link #layout()} says, in an array that may be longer; they are
   *     copied, and what is not a parameter is not read
   * @throws IllegalArgumentException if the array is too short
   */
  public FloatNetwork with(float[] values) {
    FloatNetwork network = another();
    network.parameters(values);
    return network;
  }

  /** The records and enums of its author's methods, and how they are read. */
  public FloatRecords records() {
    return records;
  }

  /** The kernels that compute once they are compiled. */
  public FloatKernels kernels() {
    return kernels;
  }

  /** What computes a training step now. Kernels and twin must not share the parts of one step. */
  FloatKernels trainingKernels() {
    return start().of(Pass.TRAINING).kernels() ? kernels : answers.twin();
  }

  /**
   * Answers to samples that lie in memory as numbers of some type, without a copy of one's own: in
   * a segment, a buffer or an array of bytes.
   */
  public FloatReading reading(InputType type) {
    Objects.requireNonNull(type, "The type is null; give one.");
    return Objects.requireNonNull(readings.get(type));
  }

  FloatAnswers answers() {
    return answers;
  }

  /**
   * The live parameters, laid out as {@link #layout()} says, in an array that may be longer; what
   * is not a parameter must stay 0.
   */
  public float[] parameters() {
    use().handOut();
    return parameters;
  }

  /** The live parameters for whoever tells when they are set. */
  float[] live() {
    return parameters;
  }

  /**
   * Sets all parameters at once.
   *
   * @param values laid out as {@link #layout()} says, in an array that may be longer; what is not a
   *     parameter is not read
   * @throws IllegalArgumentException if the array is too short
   * @throws IllegalStateException if another thread has claimed the network
   */
  public void parameters(float[] values) {
    Arguments.given(values, "parameters", 1, layout().length());
    Arguments.room("parameters", values.length, 1, layout().length());
    try (Claim _ = use().claimUnset()) {
      FloatParameters.copy(layout(), values, parameters);
      use().set();
    }
  }

  @Override
  public <X extends Exception> void fill(Filling<X> filling) throws X {
    FloatParameters.fill(this, filling);
  }

  @Override
  public double parameter(int at) {
    return parameters[Objects.checkIndex(at, layout().length())];
  }

  @Override
  public void weights(LayerLayout layer, int first, int outputs, ByteBuffer to) {
    Objects.checkFromIndexSize(first, outputs, layer.out());
    new FloatSource(parameters, layer).weights(first, outputs, to);
  }

  @Override
  public void parameter(int at, double value) {
    Objects.checkIndex(at, layout().length());
    try (Claim _ = use().claimUnset()) {
      parameters[at] = (float) value;
      use().set();
    }
  }

  @Override
  public void initialize(long seed) {
    try (Claim _ = use().claimUnset()) {
      FloatParameters.draw(layout(), seed, parameters);
      use().set();
    }
  }

  /**
   * The single output for one sample.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer, or the last layer is wider than 1
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public float output(float[] x) {
    return answers.output(x);
  }

  /**
   * The outputs for one sample in a new array.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public float[] outputs(float[] x) {
    float[] out = new float[shape().outputs()];
    answers.outputs(x, out);
    return out;
  }

  /**
   * The outputs for one sample.
   *
   * @param x {@code [in]}
   * @param out receives {@code [out]}; another array than x
   * @throws IllegalArgumentException if an array is shorter or longer, or both are one
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public void outputs(float[] x, float[] out) {
    answers.outputs(x, out);
  }

  /**
   * The outputs for n samples.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major; another array than x
   * @throws IllegalArgumentException if n is negative, an array is too short, or both are one
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public void outputs(float[] x, int n, float[] out) {
    outputs(x, 0, n, out, 0);
  }

  /**
   * {@link #outputs(float[], int, float[])} for samples that lie in x from xAt on, into out from
   * outAt on; an index is not negative.
   */
  public void outputs(float[] x, int xAt, int n, float[] out, int outAt) {
    answers.check(x, xAt, n, out, outAt);
    int begun = beginReading();
    answers.outputs(x, xAt, 0, n, out, outAt);
    endReading(begun);
  }

  /** {@link #output(float[])} for a sample in a longer array, from xAt, 0 or more, on. */
  public float output(float[] x, int xAt) {
    return answers.output(x, xAt);
  }

  /**
   * {@link #outputs(float[], float[])} for a sample that lies in x from xAt on, into out from outAt
   * on; an index is not negative.
   */
  public void outputs(float[] x, int xAt, float[] out, int outAt) {
    answers.outputs(x, xAt, out, outAt);
  }

  /**
   * The class of one sample, by the rule of {@link Decision}.
   *
   * @param x {@code [in]}
   * @throws IllegalArgumentException if x is shorter or longer, if an input is NaN or infinite, or
   *     if the outputs tell no class, as after an overflow of sums
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public int predict(float[] x) {
    return answers.predict(x);
  }

  /**
   * The classes of n samples, as {@link #predict(float[])} gives them.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n]}; only those before the first sample that is refused
   * @throws IllegalArgumentException if n is negative or an array is too short, if an input is NaN
   *     or infinite, or if outputs tell no class, as after an overflow of sums
   * @throws IllegalStateException as {@link #beginReading()} and {@link #endReading(int)} say
   */
  public void predict(float[] x, int n, int[] out) {
    answers.predict(x, 0, n, out, 0);
  }

  /** {@link #predict(float[])} for a sample in a longer array, from xAt, 0 or more, on. */
  public int predict(float[] x, int xAt) {
    return answers.predict(x, xAt);
  }

  /**
   * {@link #predict(float[], int, int[])} for samples that lie in x from xAt on, into out from
   * outAt on; an index is not negative.
   */
  public void predict(float[] x, int xAt, int n, int[] out, int outAt) {
    answers.predict(x, xAt, n, out, outAt);
  }

  /** Lends a workspace whose {@code x} waits for one sample. */
  public FloatWorkspace acquire() {
    return answers.acquire();
  }

  /** Takes a lent workspace back. */
  public void release(FloatWorkspace ws) {
    answers.release(ws);
  }

  /** The single output for the sample in {@code ws.x}; see {@link #output(float[])}. */
  public float outputFrom(FloatWorkspace ws) {
    return answers.outputFrom(ws);
  }

  /** The outputs for the sample in {@code ws.x}, in a new array; see {@link #outputs(float[])}. */
  public float[] outputsFrom(FloatWorkspace ws) {
    return answers.outputsFrom(ws);
  }

  /**
   * The class of the sample in {@code ws.x}; see {@link #predict(float[])}.
   *
   * @param names the names of the inputs, separated by commas, for the sentence of a refusal
   */
  public int predictFrom(FloatWorkspace ws, String names) {
    return answers.predictFrom(ws, names);
  }

  /** What it is called, its shape, whether its weights are set, and what computes. */
  @Override
  public String toString() {
    return NetworkText.of(name(), this);
  }
}
