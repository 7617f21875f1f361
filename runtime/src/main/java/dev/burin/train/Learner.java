package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.UpdatePlan;
import java.util.concurrent.Executor;

/** One training in one precision: a batch chosen, its gradient, the update. */
sealed interface Learner permits FloatLearner, DoubleLearner {

  /** The learner for the precision of a network, with room for batches of some size. */
  static Learner of(
      NeuralNetwork network,
      Samples data,
      int batch,
      UpdatePlan updates,
      int threads,
      Executor executor) {
    return switch (network) {
      case FloatNetwork n -> {
        updates.checkInFloat();
        yield new FloatLearner(n, data, batch, updates, threads, executor);
      }
      case DoubleNetwork n -> new DoubleLearner(n, data, batch, updates, threads, executor);
    };
  }

  /**
   * The next batch is the samples that {@code order[from..]} names, which are read when they are
   * needed: the array stays as it is meanwhile.
   *
   * @return what they count together: their number, or the sum of their weights
   */
  double choose(int[] order, int from, int count);

  /** Lets gradients from now on drop the inputs that this seed and this update drop. */
  void dropout(long seed, long step);

  /** The mean cost of the first {@code count} samples of the batch, and what an update needs. */
  double gradient(int count);

  /** The mean cost of the first {@code count} samples of the batch. */
  double cost(int count);

  /**
   * Moves the parameters along the gradient.
   *
   * @param update the number of updates made before
   * @param epoch the number of whole passes over the data made before
   * @param keep whether the parameters as they are now are those to go back to
   */
  void update(long update, int epoch, boolean keep);

  /** What computed the last gradient or cost: {@code plain} or what the kernels are called. */
  String path();

  /** The length of the gradient of the first {@code count} samples of the batch. */
  double gradientLength(int count);

  /** Goes back to the parameters that were kept last, or else to the first ones. */
  void restore();

  /** Puts down the parameters, those that were kept, and what the optimizer remembers. */
  void save(StateWriter out);

  /** Takes back what was put down. */
  void restore(StateReader in);

  /** Another network with the parameters that were kept last. */
  NeuralNetwork best();
}
