package dev.burin.network;

/**
 * Takes the parameters of a network that is being {@linkplain NeuralNetwork#fill filled}, in any
 * order.
 */
public interface ParameterSink {

  /**
   * Sets the parameters at {@code at}, {@code at + step}, {@code at + 2 step}, ... of the layout; a
   * float network rounds to nearest.
   *
   * @param values the numbers
   * @param from the index of the first of them
   * @param count how many
   */
  void put(int at, int step, double[] values, int from, int count);

  /**
   * Multiplies the parameters at {@code at}, {@code at + step}, ... with a number, in the precision
   * of the network.
   *
   * @param count how many
   */
  void multiply(int at, int step, int count, double factor);
}
