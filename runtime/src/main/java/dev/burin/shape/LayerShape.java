package dev.burin.shape;

import dev.burin.Activation;
import dev.burin.Initializer;
import java.util.Locale;
import java.util.Objects;

/**
 * One layer: {@code a = f(W a' + b)} with {@code W} of shape {@code [out][in]}.
 *
 * <p>Write {@link #of} and after it, by its name, what is not the default; each word gives another
 * layer and is checked where it stands:
 *
 * <pre>{@code
 * LayerShape.of(784, 196, Activation.LEAKY_RELU).slope(0.3).initializer(Initializer.HE)
 * }</pre>
 *
 * <p>A word more in a later version changes the constructor, but neither {@code of} nor any word.
 *
 * @param in the number of inputs, at least 1
 * @param out the number of outputs, at least 1
 * @param activation what is applied to the sums
 * @param slope the slope of the activation just below 0, alpha of ELU; 0 if it takes none
 * @param initializer how the weights start
 * @param scale the standard deviation of {@link Initializer#NORMAL}; {@link #SCALE} for the others,
 *     which do not use it
 * @param dropout the share of the inputs that is dropped in training, from 0 to below 1
 */
public record LayerShape(
    int in,
    int out,
    Activation activation,
    double slope,
    Initializer initializer,
    double scale,
    double dropout) {

  /** The standard deviation of {@link Initializer#NORMAL} where none is given. */
  public static final double SCALE = 0.01;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a width is below 1, if the scale is not positive and finite
   *     or is one that the initializer does not use, if the slope is out of its range or is one
   *     that the activation does not take, or if the dropout is not a share
   */
  public LayerShape {
    Objects.requireNonNull(activation, "The activation of a layer is null.");
    Objects.requireNonNull(initializer, "The initializer of a layer is null.");
    if (in < 1 || out < 1) {
      throw new IllegalArgumentException(
          "A layer needs at least one input and one output, not " + in + " and " + out + ".");
    }
    checkSlope(activation, slope);
    if (!(scale > 0.0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "The scale of a layer must be positive and finite, not " + scale + ".");
    }
    if (scale != SCALE && initializer != Initializer.NORMAL) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The scale %s is given, but weights start with %s, not with NORMAL, which alone"
                  + " uses it; say initializer(Initializer.NORMAL) first.",
              scale,
              initializer));
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The dropout of a layer is %s; give the share of its inputs that is dropped, from 0"
                  + " to below 1.",
              dropout));
    }
    // So that -0 is 0.
    dropout += 0.0;
  }

  private static void checkSlope(Activation activation, double slope) {
    if (!activation.takesSlope() && slope != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The slope %s is given, but %s takes none.", slope, activation));
    }
    boolean inRange = slope >= Activation.LEAST_SLOPE && slope <= Activation.GREATEST_SLOPE;
    if (activation.takesSlope() && !inRange) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The slope of %s must lie from %s to %s, but it is %s.",
              activation,
              Activation.LEAST_SLOPE,
              Activation.GREATEST_SLOPE,
              slope));
    }
  }

  /**
   * A layer whose weights start with the {@linkplain #defaultInitializer default} of its
   * activation.
   *
   * @param in the number of inputs, at least 1
   * @param out the number of outputs, at least 1
   * @param activation what is applied to the sums
   * @throws IllegalArgumentException if a width is below 1
   */
  public static LayerShape of(int in, int out, Activation activation) {
    return new LayerShape(
        in, out, activation, activation.defaultSlope(), defaultInitializer(activation), SCALE, 0);
  }

  /**
   * The same layer with another slope just below 0 of LEAKY_RELU, or alpha of ELU.
   *
   * @throws IllegalArgumentException if it does not lie from {@link Activation#LEAST_SLOPE} to
   *     {@link Activation#GREATEST_SLOPE}, or if the activation takes none
   */
  public LayerShape slope(double slope) {
    return new LayerShape(in, out, activation, slope, initializer, scale, dropout);
  }

  /** The same layer with weights that start in another way, NORMAL with {@link #SCALE}. */
  public LayerShape initializer(Initializer initializer) {
    return new LayerShape(in, out, activation, slope, initializer, SCALE, dropout);
  }

  /**
   * The same layer with another standard deviation of {@link Initializer#NORMAL}.
   *
   * @throws IllegalArgumentException if it is not positive and finite, or if the weights start in
   *     another way
   */
  public LayerShape scale(double scale) {
    return new LayerShape(in, out, activation, slope, initializer, scale, dropout);
  }

  /**
   * The same layer with some of its inputs dropped in training: each by itself with this
   * probability, and the others multiplied by 1/(1 - dropout).
   *
   * @throws IllegalArgumentException if it is not a number from 0 to below 1
   */
  public LayerShape dropout(double dropout) {
    return new LayerShape(in, out, activation, slope, initializer, scale, dropout);
  }

  /** HE before the rectifiers and their smooth kin, GLOROT elsewhere. */
  public static Initializer defaultInitializer(Activation activation) {
    return switch (activation) {
      case RELU, LEAKY_RELU, ELU, GELU, SILU, MISH -> Initializer.HE;
      case SELU -> Initializer.LECUN;
      case IDENTITY, SIGMOID, TANH, SOFTPLUS, HARD_SIGMOID, SOFTMAX -> Initializer.GLOROT;
    };
  }

  /** The activation, with its slope if it is not the default: {@code LEAKY_RELU(0.3)}. */
  public String activationText() {
    return slope == activation.defaultSlope() ? activation.name() : activation + "(" + slope + ")";
  }

  /** The standard deviation of the first weights. */
  public double deviation() {
    return initializer.deviation(in, out, scale);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d to %d, %s, %s%s%s",
        in,
        out,
        activationText(),
        initializer,
        initializer == Initializer.NORMAL ? " " + scale : "",
        dropout > 0 ? ", dropout " + dropout : "");
  }
}
