package dev.burin.network;

import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.kernel.Law;
import dev.burin.machine.Crew;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.Storage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The passes of a training over one batch, shared among the threads of a crew. Their caller has
 * checked the arrays and lets one thread in at a time.
 */
final class FloatPasses {

  private static final float[] NONE = {};
  private static final int LINE = LayerLayout.GRANULE_BYTES / Float.BYTES;
  private static final FloatStep NO_STEP = (p, from, to, g, at) -> {};

  private final FloatNetwork network;

  /** An array, since each step goes over it: the walk over a list may allocate. */
  private final LayerLayout[] layers;

  private final FloatPartialSums sums;
  private final int threads;
  private final Crew crew;
  private final Crew.Work transpose = this::transpose;
  private final Crew.Work rowPasses = this::rowPasses;
  private final Crew.Work weightGradient = this::weightGradient;
  private final Crew.Work weightStep = this::weightStep;
  private final Crew.Work wholeStep = this::wholeStep;
  private final Crew.Work join = this::join;
  private final Crew.Work joinAll = this::joinAll;
  private final int block = Chunks.PASS_ROWS;

  private FloatWorkspace ws;
  private FloatKernels kernels;
  private float[] x = NONE;
  private float[] y = NONE;
  private @Nullable FloatBatch batch;
  private float[] xRoom = NONE;
  private float[] yRoom = NONE;
  private float[] weights = NONE;
  private double total;
  private int first;
  private int rows;
  private float[] blockGradient = NONE;
  private int joins;
  private double loss;
  private FloatStep weightRule = NO_STEP;
  private FloatStep biasRule = NO_STEP;
  private boolean whole;

  /** Passes of which {@code threads} share the work; with 0 of them, costs and nothing else. */
  FloatPasses(FloatNetwork network, int batch, Crew crew, int threads) {
    this.network = network;
    this.layers = network.layout().layers().toArray(LayerLayout[]::new);
    this.crew = crew;
    this.threads = threads;
    this.kernels = network.kernels();
    this.sums = new FloatPartialSums(network.parameters().length, 0);
    if (threads > 0) {
      sums.makeRoom(Law.blocks(batch));
    }
    this.ws = room(batch);
  }

  private FloatWorkspace room(int batch) {
    if (threads == 0) {
      return FloatWorkspace.forLosses(network.layout(), Math.min(batch, FloatKernels.SHARD));
    }
    int rows = Chunks.trainingRows(network.layout(), batch, threads);
    return FloatWorkspace.forTraining(network.layout(), rows, threads);
  }

  /** Where the room is for less than a shard: chunks of longer batches must not cut one. */
  private void makeRoom(int n) {
    if (ws.rows() < Math.min(n, FloatKernels.SHARD)) {
      ws = room(n);
    }
  }

  /**
   * Takes the samples of the next passes, and what computes them.
   *
   * @param weights one for each sample, or empty where samples have none
   * @param total the sum of the weights, or the number of samples where they have none
   */
  void begin(FloatKernels kernels, float[] x, float[] y, float[] weights, double total) {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.total = total;
    this.batch = null;
  }

  /** As the other one, for samples that are read chunk by chunk. */
  void begin(FloatKernels kernels, FloatBatch batch, int n, float[] weights, double total) {
    makeRoom(n);
    int in = Arguments.elements("inputs", ws.rows(), network.shape().inputs());
    int out = Arguments.elements("targets", ws.rows(), network.shape().outputs());
    if (xRoom.length < in) {
      xRoom = new float[in];
      yRoom = new float[out];
    }
    begin(kernels, xRoom, yRoom, weights, total);
    this.batch = batch;
  }

  /** What computed the last pass. */
  String path() {
    return kernels.path();
  }

  /** The gradient of the last pass that computed one. */
  float[] gradient() {
    checkTrains();
    return sums.whole();
  }

  /** The cost of n samples, and their gradient. */
  double gradient(int n) {
    checkTrains();
    makeRoom(n);
    whole = true;
    sums.makeRoom(Law.blocks(n));
    crew.run(transpose);
    begin();
    while (nextChunk(n)) {
      setFactors();
      crew.run(rowPasses);
      blockGradient = sums.open();
      crew.run(weightGradient);
      if (endOfBlock(n)) {
        crew.run(join);
      }
    }
    if (sums.size() > 1) {
      crew.run(joinAll);
    }
    forgetSamples();
    return sums.totalLoss() * Losses.mean(network.shape(), total);
  }

  private void checkTrains() {
    if (threads == 0) {
      throw new IllegalStateException(
          "This object has room for costs alone; make one by the constructor for gradients.");
    }
  }

  private void begin() {
    sums.clear();
    first = 0;
    rows = 0;
    loss = 0;
  }

  /** Goes to the next chunk of n samples, which ends with its block at the latest. */
  private boolean nextChunk(int n) {
    first += rows;
    int restOfBlock = Law.BLOCK - first % Law.BLOCK;
    rows = Math.min(Math.min(ws.rows(), n - first), restOfBlock);
    return rows > 0;
  }

  /** Takes the losses of the chunk; whether it is the last of a block that can be joined. */
  private boolean endOfBlock(int n) {
    loss = addLosses(loss);
    int next = first + rows;
    joins = 0;
    if (next % Law.BLOCK == 0 || next == n) {
      joins = sums.close(loss);
      loss = 0;
    }
    return joins > 0;
  }

  /** The cost, and all that {@link #move} needs; of more than a shard that is the gradient. */
  double propagate(int n) {
    if (n > FloatKernels.SHARD) {
      return gradient(n);
    }
    checkTrains();
    makeRoom(n);
    whole = false;
    crew.run(transpose);
    first = 0;
    rows = n;
    setFactors();
    crew.run(rowPasses);
    return addLosses(0) * Losses.mean(network.shape(), total);
  }

  /** The cost of n samples alone. */
  double cost(int n) {
    makeRoom(n);
    begin();
    while (nextChunk(n)) {
      for (int from = 0; from < rows; from += block) {
        forwardAndLoss(from, Math.min(rows, from + block));
      }
      endOfBlock(n);
    }
    forgetSamples();
    return sums.totalLoss() * Losses.mean(network.shape(), total);
  }

  /** Moves the parameters by the samples of the last pass that had a gradient or propagated. */
  void move(FloatStep weights, FloatStep biases) {
    this.weightRule = weights;
    this.biasRule = biases;
    if (whole) {
      crew.run(wholeStep);
    } else {
      crew.run(weightStep);
      for (LayerLayout layer : layers) {
        if (layer.storage() == Storage.ROWS) {
          move(weights, layer.weights(), layer.bias());
        }
        move(biases, layer.bias(), layer.end());
      }
    }
    this.weightRule = NO_STEP;
    this.biasRule = NO_STEP;
    forgetSamples();
  }

  /** A training may live longer than the arrays of its caller. */
  private void forgetSamples() {
    x = NONE;
    y = NONE;
    weights = NONE;
    batch = null;
  }

  /** The row of x and y that is the first of the chunk. */
  private int origin() {
    return batch == null ? first : 0;
  }

  private void setFactors() {
    NetworkShape shape = network.shape();
    if (weights.length == 0) {
      Arrays.fill(ws.factor, 0, rows, (float) Losses.factor(shape, 1, total));
      return;
    }
    for (int row = 0; row < rows; row++) {
      ws.factor[row] = (float) Losses.factor(shape, weights[first + row], total);
    }
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
    int in = network.shape().inputs();
    int out = network.shape().outputs();
    if (batch != null) {
      batch.read(first + from, first + to, x, from * in, y, from * out);
    }
    int xAt = origin() * in;
    int yAt = origin() * out;
    kernels.forward(network.parameters(), x, xAt, from, to, ws);
    kernels.lossGradient(y, yAt, from, to, ws);
  }

  private void weightGradient(int part, int parts) {
    int xAt = origin() * network.shape().inputs();
    boolean fresh = first % Law.BLOCK == 0;
    kernels.weightGradient(x, xAt, rows, fresh, blockGradient, ws, part, parts);
  }

  private void weightStep(int part, int parts) {
    kernels.step(x, 0, rows, network.parameters(), sums.whole(), ws, weightRule, part, parts);
  }

  private void wholeStep(int part, int parts) {
    for (LayerLayout layer : layers) {
      int lines = (layer.bias() - layer.weights()) / LINE;
      int from = layer.weights() + Crew.bound(lines, part, parts) * LINE;
      boolean last = part + 1 == parts;
      int to = last ? layer.bias() : layer.weights() + Crew.bound(lines, part + 1, parts) * LINE;
      move(weightRule, from, to);
      if (last) {
        move(biasRule, layer.bias(), layer.end());
      }
    }
  }

  private void move(FloatStep rule, int from, int to) {
    rule.move(network.parameters(), from, to, sums.whole(), from);
  }

  private void join(int part, int parts) {
    sums.join(joins, bound(part, parts), bound(part + 1, parts));
  }

  private void joinAll(int part, int parts) {
    sums.joinAll(bound(part, parts), bound(part + 1, parts));
  }

  /** Parts of whole cache lines. */
  private int bound(int part, int parts) {
    int length = network.layout().length();
    return part == parts ? length : Crew.bound(length / LINE, part, parts) * LINE;
  }

  /** Samples of a block ascending in one chain, whatever the chunks and the threads. */
  private double addLosses(double sum) {
    for (int row = 0; row < rows; row++) {
      sum +=
          weights.length == 0
              ? ws.loss[row]
              : FloatRowWeights.times(weights[first + row], ws.loss[row]);
    }
    return sum;
  }
}
