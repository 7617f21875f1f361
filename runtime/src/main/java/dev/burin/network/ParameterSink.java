package dev.burin.network;

import java.nio.ByteBuffer;

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
   * Sets rows of parameters at once: number k of row i goes to {@code at + i * rowStep + k *
   * columnStep} of the layout.
   *
   * @param numbers {@code [rows][columns]}, row-major, little-endian and of the precision of the
   *     network, from the beginning of the buffer on
   * @return the index of the first number that is NaN or infinite, and some are set then; -1 if
   *     there is none
   */
  int putRows(int at, int rowStep, int columnStep, ByteBuffer numbers, int rows, int columns);

  /**
   * Multiplies the parameters at {@code at}, {@code at + step}, ... with a number, in the precision
   * of the network.
   *
   * @param count how many
   */
  void multiply(int at, int step, int count, double factor);
}
