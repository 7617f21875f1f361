package dev.burin.kernel;

/** What is common to networks of both precisions. */
public sealed interface NeuralNetwork permits FloatNetwork, DoubleNetwork {

  /** The layers, the loss and the precision. */
  NetworkShape shape();

  /** Where each parameter lies in the flat array. */
  ParameterLayout layout();

  /** What computes: {@code avx512}, {@code avx2}, {@code sse}, {@code neon} or {@code plain}. */
  String path();

  /**
   * Sets the weights to draws of the declared initializers and the biases to 0. Equal seeds give
   * equal bits on every machine: the draws are those of {@link java.util.Random#nextGaussian},
   * layer by layer, row by row of {@code W[out][in]}.
   */
  void initialize(long seed);

  /**
   * The parameter at an index of the {@link #layout()}; a float widens without loss.
   *
   * @throws IndexOutOfBoundsException if the index is outside the layout
   */
  double parameter(int at);

  /**
   * Sets the parameter at an index of the {@link #layout()}; a float network rounds to nearest.
   *
   * @throws IndexOutOfBoundsException if the index is outside the layout
   */
  void parameter(int at, double value);
}
