package dev.burin.network;

import dev.burin.Loss;
import dev.burin.kernel.FloatStep;
import dev.burin.machine.Crew;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Computes costs, gradients and steps of one network on batches; nothing is allocated after
 * construction for batches that fit the room. One thread at a time may use an object of this class;
 * a step {@link NeuralNetwork#claim() claims} the network, and whoever makes many claims it for all
 * of them.
 *
 * <p>Samples are taken as they are: whether their numbers are such that the loss is defined, as
 * {@link TrainingValues} says, is for the caller to look at once.
 */
public final class FloatTraining {

  private final FloatNetwork network;
  private final FloatPasses passes;
  private final FloatEntry entry;

  /**
   * Room for batches of up to {@code batch} samples.
   *
   * @param threads how many threads share the work, the caller among them, the others of the common
   *     pool as far as it has some to spare; the bits do not depend on it
   * @throws IllegalArgumentException if batch is below 1 or threads not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public FloatTraining(FloatNetwork network, int batch, int threads) {
    this(network, batch, threads, ForkJoinPool.commonPool());
  }

  /**
   * As {@link #FloatTraining(FloatNetwork, int, int)}, with threads of one's own.
   *
   * @param executor runs the tasks of all threads but the caller; it may be busy, run them late or
   *     refuse them, as the caller does what nobody else has begun
   * @throws IllegalArgumentException if batch is below 1 or threads not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public FloatTraining(FloatNetwork network, int batch, int threads, Executor executor) {
    this(network, batch, new Crew(threads, executor), threads, false);
  }

  private FloatTraining(
      FloatNetwork network, int batch, Crew crew, int threads, boolean kernelsAtOnce) {
    FloatEntry.check(batch);
    this.network = Objects.requireNonNull(network, "The network is null; give one.");
    this.passes = new FloatPasses(network, batch, crew, threads);
    this.entry = new FloatEntry(network, passes, kernelsAtOnce);
  }

  /**
   * Computes costs alone, on one thread: without room for a gradient or a second copy of weights,
   * which is most of what a training holds. Asked for a gradient or a step it throws an {@link
   * IllegalStateException}.
   *
   * @throws IllegalArgumentException if batch is below 1
   */
  public static FloatTraining forCosts(FloatNetwork network, int batch) {
    return new FloatTraining(network, batch, new Crew(1, ForkJoinPool.commonPool()), 0, false);
  }

  /**
   * As the constructor, but on the kernels from the first call: for checks of them, which must not
   * run on the plain twin while they are being compiled.
   *
   * @throws IllegalArgumentException if batch is below 1 or threads not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public static FloatTraining onKernels(FloatNetwork network, int batch, int threads) {
    Crew crew = new Crew(threads, ForkJoinPool.commonPool());
    return new FloatTraining(network, batch, crew, threads, true);
  }

  /** What computed the last call: {@code plain} or what the kernels are called. */
  public String path() {
    return passes.path();
  }

  /**
   * The gradient of the last call, laid out as the parameters and in an array as long as theirs;
   * rewritten by the next call.
   */
  public float[] gradient() {
    return passes.gradient();
  }

  /**
   * Lets gradients and steps from now on drop inputs of the layers that are declared so; the mask
   * is that of this seed and this step until another is asked for. Before the first call nothing is
   * dropped, and costs never drop anything.
   *
   * @param seed the seed of the training
   * @param step the number of the update
   * @throws IllegalStateException if another thread uses this object now
   */
  public void dropout(long seed, long step) {
    dropout(seed, step, 0);
  }

  /**
   * As {@link #dropout(long, long)}, for samples that are part of a larger batch.
   *
   * @param row the number of the first of them in that batch, from 0
   * @throws IllegalArgumentException if the row is negative
   * @throws IllegalStateException if another thread uses this object now
   */
  public void dropout(long seed, long step, long row) {
    entry.enter();
    try {
      passes.factors().dropout(seed, step, row);
    } finally {
      entry.leave();
    }
  }

  /**
   * Lets gradients from now on drop nothing.
   *
   * @throws IllegalStateException if another thread uses this object now
   */
  public void withoutDropout() {
    entry.enter();
    passes.factors().withoutDropout();
    entry.leave();
  }

  /**
   * The cost of n samples, and their gradient in {@link #gradient()}, along which {@link #step} may
   * move the parameters afterwards.
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
    entry.begin(x, y, n);
    return gradient(n);
  }

  /**
   * As {@link #gradient(float[], float[], int)}, for samples of which some count more than others.
   *
   * @param weights one for each of the n samples, finite and not negative, at least one above 0.
   *     Cost and gradient are divided by their sum, not by n: a weight of 2 says what the sample
   *     twice says, and a weight of 0 what leaving it out says. Samples of weight 0 are computed
   *     nevertheless, so that their numbers must be finite too
   * @throws IllegalArgumentException if n is below 1, an array is too short, or weights are others
   */
  public double gradient(float[] x, float[] y, float[] weights, int n) {
    entry.begin(x, y, weights, n);
    return gradient(n);
  }

  private double gradient(int n) {
    try {
      double cost = passes.gradient(n);
      entry.propagated();
      return cost;
    } finally {
      entry.leave();
    }
  }

  /**
   * As {@link #gradient(float[], float[], int)}, with the same bits, of samples that are read in
   * chunks.
   *
   * @throws IllegalArgumentException if n is below 1, or weights are refused
   */
  public double gradient(FloatBatch batch, int n) {
    entry.begin(batch, n);
    return gradient(n);
  }

  /**
   * As {@link #propagate(float[], float[], int)}, with the same bits, of samples that are read in
   * chunks.
   *
   * @throws IllegalArgumentException if n is below 1, or weights are refused
   */
  public double propagate(FloatBatch batch, int n) {
    entry.begin(batch, n);
    return propagate(n);
  }

  /**
   * As {@link #cost(float[], float[], int)}, with the same bits, of samples that are read in
   * chunks.
   *
   * @throws IllegalArgumentException if n is below 1, or weights are refused
   */
  public double cost(FloatBatch batch, int n) {
    entry.begin(batch, n);
    return cost(n);
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
    entry.begin(x, y, n);
    return propagate(n);
  }

  /**
   * As {@link #propagate(float[], float[], int)}, for samples of which some count more than others.
   *
   * @param weights as {@link #gradient(float[], float[], float[], int)} takes them
   * @throws IllegalArgumentException if n is below 1, an array is too short, or weights are others
   */
  public double propagate(float[] x, float[] y, float[] weights, int n) {
    entry.begin(x, y, weights, n);
    return propagate(n);
  }

  private double propagate(int n) {
    try {
      double cost = passes.propagate(n);
      entry.propagated();
      return cost;
    } finally {
      entry.leave();
    }
  }

  /**
   * The second half of a training step: moves the parameters of the network along the gradient of
   * the samples that were propagated last, or along the gradient where that was asked for last and
   * may have been changed since. The weights of few samples move while their gradient is in a near
   * cache, which saves a pass over memory; the bits are those of {@link #gradient} and one move of
   * everything.
   *
   * @param rule how parameters move
   * @throws IllegalStateException if nothing was propagated since the last step, or if another
   *     thread uses this object, or has claimed the network since then
   */
  public void step(FloatStep rule) {
    step(rule, rule);
  }

  /**
   * As {@link #step(FloatStep)}, with weights and biases told apart.
   *
   * @param weights how the weights of all layers move
   * @param biases how the biases of all layers move
   * @throws IllegalStateException as {@link #step(FloatStep)}
   */
  public void step(FloatStep weights, FloatStep biases) {
    if (!entry.hasPropagated()) {
      throw new IllegalStateException(
          "No samples were propagated since the last step; call propagate first.");
    }
    entry.enter();
    try (Claim _ = network.claim()) {
      entry.unchanged();
      passes.move(weights, biases);
      entry.stepped();
    } finally {
      entry.leave();
    }
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
    entry.begin(x, y, n);
    return cost(n);
  }

  /**
   * As {@link #cost(float[], float[], int)}, for samples of which some count more than others.
   *
   * @param weights as {@link #gradient(float[], float[], float[], int)} takes them
   * @throws IllegalArgumentException if n is below 1, an array is too short, or weights are others
   */
  public double cost(float[] x, float[] y, float[] weights, int n) {
    entry.begin(x, y, weights, n);
    return cost(n);
  }

  private double cost(int n) {
    try {
      double cost = passes.cost(n);
      entry.unchanged();
      return cost;
    } finally {
      entry.leave();
    }
  }

  @Override
  public String toString() {
    return "training of " + network;
  }
}
