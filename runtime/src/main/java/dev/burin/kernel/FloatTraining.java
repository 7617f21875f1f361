package dev.burin.kernel;

import dev.burin.Loss;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Computes costs, gradients and steps of one network on batches; nothing is allocated after
 * construction. One thread at a time may use an object of this class; a step {@link
 * NeuralNetwork#claim() claims} the network, and whoever makes many claims it for all of them.
 */
public final class FloatTraining {

  private static final float[] NONE = {};
  private static final int LINE = LayerLayout.GRANULE_BYTES / Float.BYTES;
  private static final FloatStep NO_STEP = (kernels, p, from, to, g, at) -> {};

  private final FloatNetwork network;
  private final float[] gradient;
  private final FloatWorkspace ws;
  private final Crew crew;
  private final Crew.Work transpose = this::transpose;
  private final Crew.Work rowPasses = this::rowPasses;
  private final Crew.Work weightGradient = this::weightGradient;
  private final Crew.Work weightStep = this::weightStep;
  private final Crew.Work wholeStep = this::wholeStep;
  private final AtomicBoolean busy = new AtomicBoolean();

  private final int block;
  private final boolean kernelsAtOnce;
  private FloatKernels kernels;
  private float[] x = NONE;
  private float[] y = NONE;
  private float factor;
  private int first;
  private int rows;
  private int propagated;
  private int begun;
  private FloatStep rule = NO_STEP;

  /**
   * Room for batches of up to {@code batch} samples.
   *
   * @param threads how many threads share the work, the caller among them, the others of the common
   *     pool; the bits do not depend on it
   * @throws IllegalArgumentException if batch or threads is below 1
   */
  public FloatTraining(FloatNetwork network, int batch, int threads) {
    this(network, batch, threads, false);
  }

  private FloatTraining(FloatNetwork network, int batch, int threads, boolean kernelsAtOnce) {
    if (batch < 1) {
      throw new IllegalArgumentException("The batch is " + batch + " samples, not 1 or more.");
    }
    this.crew = new Crew(threads);
    this.network = Objects.requireNonNull(network, "The network is null; give one.");
    this.kernelsAtOnce = kernelsAtOnce;
    this.kernels = network.kernels();
    this.gradient = new float[network.parameters().length];
    this.ws =
        FloatWorkspace.forTraining(
            network.layout(), Chunks.trainingRows(network.layout(), batch, threads), threads);
    this.block = Chunks.PASS_ROWS;
  }

  /**
   * As the constructor, but on the kernels from the first call: for checks of them, which must not
   * run on the plain twin while they are being compiled.
   *
   * @throws IllegalArgumentException if batch or threads is below 1
   */
  public static FloatTraining onKernels(FloatNetwork network, int batch, int threads) {
    return new FloatTraining(network, batch, threads, true);
  }

  /**
   * The gradient of the last call, laid out as the parameters and in an array as long as theirs;
   * rewritten by the next call.
   */
  public float[] gradient() {
    return gradient;
  }

  /**
   * The cost of n samples, and their gradient in {@link #gradient()}.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples, at least 1; any number, whatever the room
   * @return the mean cost, as {@link Loss} defines it
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     NeuralNetwork#beginReading()} and {@link NeuralNetwork#endReading(int)} say
   */
  public double gradient(float[] x, float[] y, int n) {
    begin(x, y, n);
    try {
      return ended(gradient(n));
    } finally {
      busy.set(false);
    }
  }

  private double gradient(int n) {
    factor = (float) Losses.factor(network.shape(), n);
    crew.run(transpose);
    double sum = 0;
    for (first = 0; first < n; first += ws.rows()) {
      rows = Math.min(ws.rows(), n - first);
      crew.run(rowPasses);
      crew.run(weightGradient);
      sum = addLosses(sum);
    }
    return sum * Losses.mean(network.shape(), n);
  }

  /**
   * The first half of a training step: the cost of n samples, and all that {@link #step} needs to
   * move the parameters. Until then x and y must stay as they are; {@link #gradient()} is of no
   * use.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples, at least 1; any number, whatever the room
   * @return the mean cost, as {@link Loss} defines it
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     NeuralNetwork#beginReading()} and {@link NeuralNetwork#endReading(int)} say
   */
  public double propagate(float[] x, float[] y, int n) {
    begin(x, y, n);
    try {
      double cost = ended(n > FloatKernels.SHARD ? gradient(n) : propagate(n));
      propagated = n;
      return cost;
    } finally {
      busy.set(false);
    }
  }

  private double propagate(int n) {
    factor = (float) Losses.factor(network.shape(), n);
    crew.run(transpose);
    first = 0;
    rows = n;
    crew.run(rowPasses);
    return addLosses(0) * Losses.mean(network.shape(), n);
  }

  /**
   * The second half of a training step: moves the parameters of the network along the gradient of
   * the samples that were propagated last. The weights of few samples move while their gradient is
   * in a near cache, which saves a pass over memory; the bits are those of {@link #gradient} and
   * one move of everything.
   *
   * @param rule how parameters move
   * @throws IllegalStateException if nothing was propagated since the last step, or if another
   *     thread uses this object, or has claimed the network since then
   */
  public void step(FloatStep rule) {
    if (propagated == 0) {
      throw new IllegalStateException(
          "No samples were propagated since the last step; call propagate first.");
    }
    Arguments.enter(busy, "FloatTraining");
    try (Claim _ = network.claim()) {
      network.endReading(begun);
      move(rule);
    } finally {
      busy.set(false);
    }
  }

  private void move(FloatStep rule) {
    this.rule = rule;
    if (propagated <= FloatKernels.SHARD) {
      crew.run(weightStep);
      for (LayerLayout layer : network.layout().layers()) {
        move(layer.storage() == Storage.ROWS ? layer.weights() : layer.bias(), layer.end());
      }
    } else {
      crew.run(wholeStep);
    }
    propagated = 0;
  }

  /**
   * The cost of n samples without a gradient.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     NeuralNetwork#beginReading()} and {@link NeuralNetwork#endReading(int)} say
   */
  public double cost(float[] x, float[] y, int n) {
    begin(x, y, n);
    try {
      return ended(cost(n));
    } finally {
      busy.set(false);
    }
  }

  private double cost(int n) {
    factor = 1;
    double sum = 0;
    for (first = 0; first < n; first += ws.rows()) {
      rows = Math.min(ws.rows(), n - first);
      for (int from = 0; from < rows; from += block) {
        forwardAndLoss(from, Math.min(rows, from + block));
      }
      sum = addLosses(sum);
    }
    return sum * Losses.mean(network.shape(), n);
  }

  private void begin(float[] x, float[] y, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("The batch is " + n + " samples, not 1 or more.");
    }
    Arguments.given(x, "inputs", n, network.shape().inputs());
    Arguments.given(y, "targets", n, network.shape().outputs());
    Arguments.room("inputs", x.length, n, network.shape().inputs());
    Arguments.room("targets", y.length, n, network.shape().outputs());
    int reading = network.beginReading();
    Arguments.enter(busy, "FloatTraining");
    begun = reading;
    this.x = x;
    this.y = y;
    propagated = 0;
    kernels = kernelsAtOnce ? network.kernels() : network.trainingKernels();
  }

  /** A cost of parameters that nobody changed meanwhile. */
  private double ended(double cost) {
    network.endReading(begun);
    return cost;
  }

  private void transpose(int part, int parts) {
    kernels.transpose(network.parameters(), ws, part, parts);
  }

  private void rowPasses(int part, int parts) {
    int end = Crew.bound(rows, part + 1, parts);
    for (int from = Crew.bound(rows, part, parts); from < end; from += block) {
      int to = Math.min(end, from + block);
      forwardAndLoss(from, to);
      kernels.backward(network.parameters(), from, to, ws);
    }
  }

  private void forwardAndLoss(int from, int to) {
    int xAt = first * network.shape().inputs();
    int yAt = first * network.shape().outputs();
    kernels.forward(network.parameters(), x, xAt, from, to, ws);
    kernels.lossGradient(y, yAt, factor, from, to, ws);
  }

  private void weightGradient(int part, int parts) {
    int xAt = first * network.shape().inputs();
    kernels.weightGradient(x, xAt, rows, first == 0, gradient, ws, part, parts);
  }

  private void weightStep(int part, int parts) {
    kernels.step(x, 0, rows, network.parameters(), gradient, ws, rule, part, parts);
  }

  private void wholeStep(int part, int parts) {
    for (LayerLayout layer : network.layout().layers()) {
      int lines = (layer.bias() - layer.weights()) / LINE;
      int from = layer.weights() + Crew.bound(lines, part, parts) * LINE;
      boolean last = part + 1 == parts;
      move(from, last ? layer.bias() : layer.weights() + Crew.bound(lines, part + 1, parts) * LINE);
      if (last) {
        move(layer.bias(), layer.end());
      }
    }
  }

  private void move(int from, int to) {
    rule.move(kernels, network.parameters(), from, to, gradient, from);
  }

  /** Samples ascending in one chain, whatever the chunks and the threads. */
  private double addLosses(double sum) {
    for (int row = 0; row < rows; row++) {
      sum += ws.loss[row];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "training of " + network;
  }
}
