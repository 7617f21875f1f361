package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.FloatStep;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import java.util.concurrent.Executor;

/** Where the gradients of batches come from: from this process or from other machines. */
sealed interface FloatGradients permits FloatBatches, FloatElsewhere {

  /** Gradients of batches of up to some size. */
  static FloatGradients of(
      FloatNetwork network, Samples data, int batch, int threads, Executor executor) {
    return data instanceof DistributedSamples elsewhere
        ? new FloatElsewhere(network, elsewhere, batch)
        : new FloatBatches(data, batch, new FloatTraining(network, batch, threads, executor));
  }

  /** The next batch begins at a place of a list of row numbers, which stays as it is meanwhile. */
  void choose(int[] rows, int from, int count);

  /** What the samples of the batch count together: their number, or the sum of their weights. */
  double total();

  /** Lets gradients from now on drop the inputs that this seed and this update drop. */
  void dropout(long seed, long step);

  /** The mean cost of the first samples of the batch, and their gradient. */
  double gradient(int count);

  /** The mean cost of the first samples of the batch, and what a step needs. */
  double propagate(int count);

  /** The mean cost of the first samples of the batch. */
  double cost(int count);

  /** The gradient that was asked for last; it may be changed before a step. */
  float[] gradient();

  /** Moves the parameters along the gradient. */
  void step(FloatStep weights, FloatStep biases);

  /** What computed the last call. */
  String path();
}
