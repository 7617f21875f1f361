package dev.burin;

/**
 * How the weights of a layer with {@code in} inputs and {@code out} outputs start; biases start at
 * 0. All but ZEROS draw from a normal distribution with mean 0.
 */
public enum Initializer {
  /** All weights 0, for layers that are set by hand afterwards. */
  ZEROS,
  /** The standard deviation is {@link Network#scale()}. */
  NORMAL,
  /** The variance is {@code 1/in} (LeCun et al., Efficient BackProp, 1998). */
  LECUN,
  /** The variance is {@code 2/(in+out)} (Glorot and Bengio, 2010). */
  GLOROT,
  /**
   * The variance is {@code 2/in} (He et al., 2015), whatever the slope below 0 of the activation.
   */
  HE;

  /**
   * The standard deviation of the weights of a layer.
   *
   * @param in the inputs of the layer, at least 1
   * @param out the outputs of the layer, at least 1
   * @param scale the standard deviation of {@link #NORMAL}
   */
  public double deviation(int in, int out, double scale) {
    return switch (this) {
      case ZEROS -> 0.0;
      case NORMAL -> scale;
      case LECUN -> Math.sqrt(1.0 / in);
      case GLOROT -> Math.sqrt(2.0 / ((double) in + out));
      case HE -> Math.sqrt(2.0 / in);
    };
  }
}
