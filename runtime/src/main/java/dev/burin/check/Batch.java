package dev.burin.check;

import dev.burin.kernel.DropoutMask;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatTraining;
import dev.burin.network.TrainingValues;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one cost and its gradient, and how much each of them counts. The arrays are those
 * of the caller, not copies.
 */
public final class Batch {

  private static final double[] NONE = {};

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final int n;
  private final @Nullable Draw draw;

  /** The seed and the step of a mask. */
  private record Draw(long seed, long step) {}

  private Batch(double[] x, double[] y, double[] weights, int n, @Nullable Draw draw) {
    this.draw = draw;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.n = n;
  }

  /**
   * Samples that count alike.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples
   * @throws IllegalArgumentException if n is below 1
   */
  public static Batch of(double[] x, double[] y, int n) {
    Objects.requireNonNull(x, "The inputs are null; give an array of [n][in].");
    Objects.requireNonNull(y, "The targets are null; give an array of [n][out].");
    if (n < 1) {
      throw new IllegalArgumentException("The batch is " + n + " samples, not 1 or more.");
    }
    return new Batch(x, y, NONE, n, null);
  }

  /**
   * The same samples, of which some count more than others: costs and gradients are divided by the
   * sum of the weights, not by n.
   *
   * @param weights at least one for each sample
   * @throws IllegalArgumentException if there are fewer, or as {@link TrainingValues} says
   */
  public Batch weighted(double[] weights) {
    Objects.requireNonNull(weights, "The weights are null; give one for each sample.");
    if (weights.length < n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d weights for %d samples; give one for each.",
              weights.length,
              n));
    }
    double[] copy = Arrays.copyOf(weights, n);
    for (int s = 0; s < n; s++) {
      TrainingValues.weight(copy[s], s);
    }
    TrainingValues.weights(Arrays.stream(copy).sum(), n);
    return new Batch(x, y, copy, n, draw);
  }

  /**
   * The same samples in a network that drops inputs, with the mask of one seed and one step: it
   * stays as it is while the parameters move, so that the cost has a derivative.
   *
   * @param seed the seed of the training
   * @param step the number of the update
   */
  public Batch dropping(long seed, long step) {
    return new Batch(x, y, weights, n, new Draw(seed, step));
  }

  /** The number of samples. */
  public int size() {
    return n;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  double weight(int s) {
    return weights.length == 0 ? 1 : weights[s];
  }

  /** One for each sample; empty where they count alike. */
  double[] weights() {
    return weights;
  }

  /** The sum of the weights; the number of samples where they count alike. */
  double total() {
    if (weights.length == 0) {
      return n;
    }
    CompensatedSum sum = new CompensatedSum();
    for (double weight : weights) {
      sum.add(weight);
    }
    return sum.value();
  }

  /** Lets a training drop what this batch drops. */
  void dropIn(FloatTraining training) {
    if (draw != null) {
      training.dropout(draw.seed(), draw.step());
    }
  }

  /** Lets a training drop what this batch drops. */
  void dropIn(DoubleTraining training) {
    if (draw != null) {
      training.dropout(draw.seed(), draw.step());
    }
  }

  /** What D1 multiplies the inputs of each layer with, for one sample; empty where all are kept. */
  double[][] factors(NetworkShape shape, int s) {
    double[][] factors = keepingAll(shape);
    for (int l = 1; l < factors.length && draw != null; l++) {
      LayerShape layer = shape.layers().get(l - 1);
      factors[l] = new double[layer.dropout() > 0 ? layer.in() : 0];
      for (int k = 0; k < factors[l].length; k++) {
        factors[l][k] = DropoutMask.factor(layer.dropout(), draw.seed(), draw.step(), l, s, k);
      }
    }
    return factors;
  }

  /** No factors, for passes that drop nothing. */
  static double[][] keepingAll(NetworkShape shape) {
    return new double[shape.layers().size() + 1][0];
  }

  /** Checks that the arrays hold the samples of a shape. */
  void checkRoom(NetworkShape shape) {
    room("inputs", x, n, shape.inputs());
    room("targets", y, n, shape.outputs());
  }

  /** For other numbers the cost or its derivative, as kernels compute them, is not defined. */
  void checkValues(NetworkShape shape) {
    int in = shape.inputs();
    int out = shape.outputs();
    for (int s = 0; s < n; s++) {
      TrainingValues.finite("features", x, s * in, in, s);
      TrainingValues.targets(shape.loss(), y, s * out, out, s);
    }
  }

  static void room(String what, double[] array, int n, int width) {
    if (array.length < (long) n * width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d elements, but %d samples of %d need %d.",
              what,
              array.length,
              n,
              width,
              (long) n * width));
    }
  }

  @Override
  public String toString() {
    return "batch of " + n + " samples";
  }
}
