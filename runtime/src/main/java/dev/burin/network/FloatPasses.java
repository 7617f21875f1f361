package dev.burin.network;

import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.kernel.Law;
import dev.burin.machine.Crew;
import dev.burin.shape.LayerLayout;
import org.jspecify.annotations.Nullable;

/**
 * The passes of a training over one batch, shared among the threads of a crew. Their caller has
 * checked the arrays and lets one thread in at a time.
 */
final class FloatPasses {

  private static final float[] NONE = {};
  private static final int LINE = LayerLayout.GRANULE_BYTES / Float.BYTES;

  private final FloatNetwork network;

  /** Those of a whole batch, whose first array is the gradient. */
  private final FloatPartialSums sums;

  /** Those that blocks are added to now: of the whole batch, or of a part that a caller holds. */
  private FloatPartialSums target;

  private final FloatMoves moves;
  private final FloatRowFactors factors;
  private final int threads;
  private final Crew crew;
  private final Crew.Work transpose = this::transpose;
  private final Crew.Work rowPasses = this::rowPasses;
  private final Crew.Work weightGradient = this::weightGradient;
  private final Crew.Work join = this::join;
  private final Crew.Work joinAll = this::joinAll;
  private final int block = Chunks.PASS_ROWS;

  /** The multiply-adds of a forward pass of one sample; B2 and B4 are as many. */
  private final long each;

  private FloatWorkspace ws;
  private FloatKernels kernels;
  private float[] x = NONE;
  private float[] y = NONE;
  private @Nullable FloatBatch batch;
  private float[] xRoom = NONE;
  private float[] yRoom = NONE;
  private int first;
  private int rows;
  private float[] blockGradient = NONE;
  private int joins;
  private double loss;
  private boolean whole;

  /** Passes of which {@code threads} share the work; with 0 of them, costs and nothing else. */
  FloatPasses(FloatNetwork network, int batch, Crew crew, int threads) {
    this.network = network;
    this.factors = new FloatRowFactors(network.shape());
    this.crew = crew;
    this.threads = threads;
    this.each = network.shape().multiplyAdds();
    this.kernels = network.kernels();
    this.sums = new FloatPartialSums(network.parameters().length, 0);
    this.target = sums;
    if (threads > 0) {
      sums.makeRoom(Law.blocks(batch));
    }
    this.ws = room(batch);
    this.moves = new FloatMoves(network, crew, sums, ws);
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

  /** Takes the samples of the next passes, and what computes them. */
  void begin(FloatKernels kernels, float[] x, float[] y) {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    this.batch = null;
  }

  /** As the other one, for samples that are read chunk by chunk. */
  void begin(FloatKernels kernels, FloatBatch batch, int n) {
    makeRoom(n);
    int in = Arguments.elements("inputs", ws.rows(), network.shape().inputs());
    int out = Arguments.elements("targets", ws.rows(), network.shape().outputs());
    if (xRoom.length < in) {
      xRoom = new float[in];
      yRoom = new float[out];
    }
    begin(kernels, xRoom, yRoom);
    this.batch = batch;
  }

  /** How much the rows of the next passes count, and what they drop. */
  FloatRowFactors factors() {
    return factors;
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
    sums.clear();
    addGradients(n);
    if (sums.size() > 1) {
      crew.run(joinAll, moved());
    }
    forgetSamples();
    return factors.mean(sums.totalLoss());
  }

  /** The gradients and losses of n samples, whose blocks are added to those of a part. */
  void gradient(int n, FloatPartialSums part) {
    checkTrains();
    makeRoom(n);
    target = part;
    try {
      addGradients(n);
    } finally {
      target = sums;
      forgetSamples();
    }
  }

  private void addGradients(int n) {
    crew.run(transpose, moved());
    begin();
    while (nextChunk(n)) {
      factors.describe(ws, first, rows);
      crew.run(rowPasses, crew.worth(2L * rows * each, Chunks.WORTH_A_THREAD));
      blockGradient = target.open();
      crew.run(weightGradient, crew.worth(rows * each, Chunks.WORTH_A_THREAD));
      if (endOfBlock(n)) {
        crew.run(join, moved());
      }
    }
  }

  /** The threads that something is worth which passes over all parameters once. */
  private int moved() {
    return FloatMoves.worth(crew, network.layout().length());
  }

  private void checkTrains() {
    if (threads == 0) {
      throw new IllegalStateException(
          "This object has room for costs alone; make one by the constructor for gradients.");
    }
  }

  private void begin() {
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
    loss = factors.addLosses(loss, ws, first, rows);
    int next = first + rows;
    joins = 0;
    if (next % Law.BLOCK == 0 || next == n) {
      joins = target.close(loss);
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
    crew.run(transpose, moved());
    first = 0;
    rows = n;
    factors.describe(ws, first, rows);
    crew.run(rowPasses, crew.worth(2L * rows * each, Chunks.WORTH_A_THREAD));
    return factors.mean(factors.addLosses(0, ws, first, rows));
  }

  /** The cost of n samples alone. */
  double cost(int n) {
    sums.clear();
    addLosses(n);
    return factors.mean(sums.totalLoss());
  }

  /** The losses of n samples, whose blocks are added to those of a part. */
  void cost(int n, FloatPartialSums part) {
    target = part;
    try {
      addLosses(n);
    } finally {
      target = sums;
    }
  }

  private void addLosses(int n) {
    makeRoom(n);
    begin();
    while (nextChunk(n)) {
      for (int from = 0; from < rows; from += block) {
        int to = Math.min(rows, from + block);
        int xAt = origin() * network.shape().inputs();
        read(from, to);
        kernels.forward(network.parameters(), x, xAt, from, to, ws);
        loss(from, to);
      }
      endOfBlock(n);
    }
    forgetSamples();
  }

  /** Moves the parameters by the samples of the last pass that had a gradient or propagated. */
  void move(FloatStep weights, FloatStep biases) {
    if (whole) {
      moves.all(weights, biases);
    } else {
      moves.tiles(kernels, x, rows, ws, weights, biases);
    }
    forgetSamples();
  }

  /** A training may live longer than the arrays of its caller. */
  private void forgetSamples() {
    x = NONE;
    y = NONE;
    factors.forgetWeights();
    batch = null;
  }

  /** The row of x and y that is the first of the chunk. */
  private int origin() {
    return batch == null ? first : 0;
  }

  private void transpose(int part, int parts) {
    kernels.transpose(network.parameters(), ws, part, parts);
  }

  private void rowPasses(int part, int parts) {
    int end = Crew.bound(rows, part + 1, parts);
    for (int from = Crew.bound(rows, part, parts); from < end; from += block) {
      int to = Math.min(end, from + block);
      int xAt = origin() * network.shape().inputs();
      read(from, to);
      kernels.forwardTraining(network.parameters(), x, xAt, from, to, ws);
      loss(from, to);
      kernels.backward(network.parameters(), from, to, ws);
    }
  }

  /** Reads the samples of these rows where they are not in memory yet. */
  private void read(int from, int to) {
    if (batch != null) {
      int in = network.shape().inputs();
      int out = network.shape().outputs();
      batch.read(first + from, first + to, x, from * in, y, from * out);
    }
  }

  private void loss(int from, int to) {
    kernels.lossGradient(y, origin() * network.shape().outputs(), from, to, ws);
  }

  private void weightGradient(int part, int parts) {
    int xAt = origin() * network.shape().inputs();
    boolean fresh = first % Law.BLOCK == 0;
    kernels.weightGradient(x, xAt, rows, fresh, blockGradient, ws, part, parts);
  }

  private void join(int part, int parts) {
    target.join(joins, bound(part, parts), bound(part + 1, parts));
  }

  private void joinAll(int part, int parts) {
    sums.joinAll(bound(part, parts), bound(part + 1, parts));
  }

  /** Parts of whole cache lines. */
  private int bound(int part, int parts) {
    int length = network.layout().length();
    return part == parts ? length : Crew.bound(length / LINE, part, parts) * LINE;
  }
}
