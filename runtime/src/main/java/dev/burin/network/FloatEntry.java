package dev.burin.network;

import dev.burin.kernel.FloatKernels;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How the calls of a {@link FloatTraining} begin and end: one at a time, with arrays that were
 * looked at, and on parameters that nobody changes meanwhile.
 */
final class FloatEntry {

  private static final float[] NONE = {};

  private final FloatNetwork network;
  private final FloatPasses passes;
  private final boolean kernelsAtOnce;
  private final AtomicBoolean busy = new AtomicBoolean();
  private int reading;
  private boolean propagated;

  FloatEntry(FloatNetwork network, FloatPasses passes, boolean kernelsAtOnce) {
    this.network = network;
    this.passes = passes;
    this.kernelsAtOnce = kernelsAtOnce;
  }

  static void check(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("The batch is " + n + " samples, not 1 or more.");
    }
  }

  void begin(float[] x, float[] y, int n) {
    check(x, y, n);
    take(x, y, NONE, n);
  }

  void begin(float[] x, float[] y, float[] weights, int n) {
    check(x, y, n);
    take(x, y, weights, FloatRowWeights.sum(weights, n));
  }

  private void check(float[] x, float[] y, int n) {
    check(n);
    Arguments.given(x, "inputs", n, network.shape().inputs());
    Arguments.given(y, "targets", n, network.shape().outputs());
    Arguments.room("inputs", x.length, n, network.shape().inputs());
    Arguments.room("targets", y.length, n, network.shape().outputs());
  }

  private void take(float[] x, float[] y, float[] weights, double total) {
    passes.begin(kernels(), x, y);
    passes.factors().weights(weights, total);
  }

  void begin(FloatBatch batch, int n) {
    check(n);
    Objects.requireNonNull(batch, "The batch is null; give one that reads its samples.");
    float[] weights = batch.weights();
    begin(batch, n, weights, weights.length == 0 ? n : FloatRowWeights.sum(weights, n));
  }

  /** Begins with n samples that are a part of a batch whose samples count so much together. */
  void begin(FloatBatch batch, int n, float[] weights, double total) {
    FloatKernels kernels = kernels();
    try {
      passes.begin(kernels, batch, n);
      passes.factors().weights(weights, total);
    } catch (RuntimeException | Error e) {
      // Where there is no room for a chunk, the next call may find some.
      leave();
      throw e;
    }
  }

  /** Begins to read the parameters; what computes with them. */
  private FloatKernels kernels() {
    int now = network.beginReading();
    enter();
    reading = now;
    propagated = false;
    return kernelsAtOnce ? network.kernels() : network.trainingKernels();
  }

  /**
   * Begins a call that computes nothing.
   *
   * @throws IllegalStateException if another thread is in a call
   */
  void enter() {
    Arguments.enter(busy, "FloatTraining");
  }

  /**
   * Makes sure that nobody has changed the parameters since they were last read.
   *
   * @throws IllegalStateException as {@link NeuralNetwork#endReading(int)} says
   */
  void unchanged() {
    network.endReading(reading);
  }

  /**
   * Notes that samples were propagated.
   *
   * @throws IllegalStateException as {@link #unchanged()}
   */
  void propagated() {
    unchanged();
    propagated = true;
  }

  /** Whether there is anything to step along. */
  boolean hasPropagated() {
    return propagated;
  }

  /** Notes that the parameters have moved. */
  void stepped() {
    propagated = false;
  }

  /** Ends a call. */
  void leave() {
    busy.set(false);
  }
}
