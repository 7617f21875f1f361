package dev.burin.check;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.TrainingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Compares a gradient with differences of the cost, which know nothing of backpropagation: the cost
 * is that of the {@link ReferenceNetwork}, in double precision, a little to both sides of the
 * point.
 *
 * <p>Near a point where a slope or a curvature jumps (RELU, LEAKY_RELU, ELU and SELU at z = 0,
 * HARD_SIGMOID at its ends, MEAN_ABSOLUTE_ERROR where a = y, HUBER at a distance of 1) a difference
 * quotient means nothing. A sum or an output that comes past it within the step shortens the step,
 * by a factor of 8 up to three times; what is still at a kink is skipped, and the report counts
 * both.
 *
 * <p>The distance is relative to the gradient, so that at a minimum of the cost, where there is
 * none left, it measures rounding: check at the first weights or on the way, not at the end.
 *
 * <p>Each check refuses samples that {@link TrainingValues} refuses, with an {@link
 * IllegalArgumentException}.
 *
 * @param stencil the formula
 * @param step how far the sums z move to each side, about: each weight's own step is this divided
 *     by its greatest input and rounded down to a power of two
 * @param directions how many random directions are tried in each layer; 0 means every coordinate
 * @param seed the seed of the directions
 */
public record GradientCheck(Stencil stencil, double step, int directions, long seed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the step is not between 1e-12 and 1, or if the number of
   *     directions is negative
   */
  public GradientCheck {
    if (!(step >= 1e-12 && step <= 1)) {
      throw new IllegalArgumentException("The step is " + step + ", not between 1e-12 and 1.");
    }
    if (directions < 0) {
      throw new IllegalArgumentException("The directions are " + directions + ", not 0 or more.");
    }
  }

  /** Every single weight and bias, by the five-point formula and its best step. */
  public static GradientCheck full() {
    return new GradientCheck(Stencil.FIVE_POINT, Stencil.FIVE_POINT.defaultStep(), 0, 0);
  }

  /**
   * Some random directions in each layer, by the five-point formula and its best step. A direction
   * goes up or down by 1 in every parameter of the layer, so that each derivative takes part.
   *
   * @throws IllegalArgumentException if directions is below 1
   */
  public static GradientCheck along(int directions, long seed) {
    if (directions < 1) {
      throw new IllegalArgumentException("The directions are " + directions + ", not 1 or more.");
    }
    return new GradientCheck(
        Stencil.FIVE_POINT, Stencil.FIVE_POINT.defaultStep(), directions, seed);
  }

  /** The same check by another formula, with that formula's best step. */
  public GradientCheck with(Stencil other) {
    return new GradientCheck(other, other.defaultStep(), directions, seed);
  }

  /** The same check with another step. */
  public GradientCheck withStep(double other) {
    return new GradientCheck(stencil, other, directions, seed);
  }

  /**
   * The reference's own backpropagation against differences.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public GradientReport check(ReferenceNetwork reference, double[] x, double[] y, int n) {
    return check(reference, Batch.of(x, y, n));
  }

  /**
   * The reference's own backpropagation against differences.
   *
   * @throws IllegalArgumentException if an array is too short
   */
  public GradientReport check(ReferenceNetwork reference, Batch batch) {
    return check(reference, reference.gradient(batch), batch);
  }

  /**
   * The gradient of a network's own kernels against differences.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public GradientReport check(DoubleNetwork network, double[] x, double[] y, int n) {
    return check(network, Batch.of(x, y, n));
  }

  /**
   * The gradient of a network's own kernels against differences.
   *
   * @throws IllegalArgumentException if an array is too short
   */
  public GradientReport check(DoubleNetwork network, Batch batch) {
    return check(ReferenceNetwork.of(network), KernelGradient.of(network, batch), batch);
  }

  /**
   * The gradient of one layer of a network's own kernels against differences.
   *
   * @param layer the number of the layer, from 1
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if there is no such layer, n is below 1 or an array is too
   *     short
   */
  public LayerReport checkLayer(DoubleNetwork network, int layer, double[] x, double[] y, int n) {
    if (layer < 1 || layer > network.shape().layers().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The layer is %d, not 1 to %d.",
              layer,
              network.shape().layers().size()));
    }
    Batch batch = Batch.of(x, y, n);
    List<LayerGradient> analytic = KernelGradient.of(network, batch);
    batch.checkValues(network.shape());
    Differences differences = new Differences(ReferenceNetwork.of(network), stencil, step, batch);
    return new LayerProbe(directions, seed).report(differences, layer, analytic.get(layer - 1));
  }

  /**
   * Any gradient against differences.
   *
   * @param analytic one gradient for each layer, the first layer first
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1, an array is too short, or the gradient is not
   *     one of this shape
   */
  public GradientReport check(
      ReferenceNetwork reference, List<LayerGradient> analytic, double[] x, double[] y, int n) {
    return check(reference, analytic, Batch.of(x, y, n));
  }

  private GradientReport check(
      ReferenceNetwork reference, List<LayerGradient> analytic, Batch batch) {
    batch.checkRoom(reference.shape());
    batch.checkValues(reference.shape());
    same(reference, analytic);
    Differences differences = new Differences(reference, stencil, step, batch);
    List<LayerReport> reports = new ArrayList<>();
    for (int l = 1; l <= analytic.size(); l++) {
      reports.add(new LayerProbe(directions, seed).report(differences, l, analytic.get(l - 1)));
    }
    return new GradientReport(method(), step, reports);
  }

  /**
   * The gradient of a float network's kernels against the reference with the same parameters.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public static GradientReport compare(FloatNetwork network, float[] x, float[] y, int n) {
    return compare(network, Batch.of(wide(x), wide(y), n));
  }

  /**
   * The gradient of a float network's kernels against the reference with the same parameters.
   *
   * @param batch numbers that are floats
   * @throws IllegalArgumentException if an array is too short
   */
  public static GradientReport compare(FloatNetwork network, Batch batch) {
    return compare(ReferenceNetwork.of(network), KernelGradient.of(network, batch), batch);
  }

  /**
   * The gradient of a double network's kernels against the reference with the same parameters.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public static GradientReport compare(DoubleNetwork network, double[] x, double[] y, int n) {
    return compare(network, Batch.of(x, y, n));
  }

  /**
   * The gradient of a double network's kernels against the reference with the same parameters.
   *
   * @throws IllegalArgumentException if an array is too short
   */
  public static GradientReport compare(DoubleNetwork network, Batch batch) {
    return compare(ReferenceNetwork.of(network), KernelGradient.of(network, batch), batch);
  }

  /**
   * Any gradient against that of the reference.
   *
   * @param analytic one gradient for each layer, the first layer first
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1, an array is too short, or the gradient is not
   *     one of this shape
   */
  public static GradientReport compare(
      ReferenceNetwork reference, List<LayerGradient> analytic, double[] x, double[] y, int n) {
    return compare(reference, analytic, Batch.of(x, y, n));
  }

  private static GradientReport compare(
      ReferenceNetwork reference, List<LayerGradient> analytic, Batch batch) {
    List<LayerGradient> exact = reference.gradient(batch);
    batch.checkValues(reference.shape());
    same(reference, analytic);
    List<LayerReport> reports = new ArrayList<>();
    for (int l = 1; l <= exact.size(); l++) {
      LayerComparison comparison = new LayerComparison(l);
      LayerGradient layer = analytic.get(l - 1);
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k <= layer.in(); k++) {
          comparison.add(j, k, layer.in(), layer.at(j, k), exact.get(l - 1).at(j, k));
        }
      }
      reports.add(comparison.report());
    }
    return new GradientReport("the reference in double precision", 0, reports);
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        "%s differences, %s, step %s",
        stencil.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        directions == 0
            ? "every coordinate"
            : directions + " directions of each layer from seed " + seed,
        step);
  }

  private static void same(ReferenceNetwork reference, List<LayerGradient> analytic) {
    boolean same =
        analytic.size() == reference.shape().layers().size()
            && IntStream.range(0, analytic.size())
                .allMatch(
                    l ->
                        analytic.get(l).in() == reference.shape().layers().get(l).in()
                            && analytic.get(l).out() == reference.shape().layers().get(l).out());
    if (!same) {
      throw new IllegalArgumentException(
          "The gradient is not one of a network " + reference.shape().widths() + ".");
    }
  }

  private static double[] wide(float[] narrow) {
    return IntStream.range(0, narrow.length).mapToDouble(i -> narrow[i]).toArray();
  }
}
