package dev.burin.spark;

/** Where the inputs of samples go, rounded to the precision of the network. */
interface InputRow {

  /** What the methods answer if all inputs are finite. */
  int ALL_FINITE = -1;

  /**
   * Takes one input.
   *
   * @param at the number of the sample times the width of a sample, plus the number of the input
   * @return whether it is finite in this precision
   */
  boolean put(int at, double value);

  /**
   * Takes neighbouring inputs.
   *
   * @param at where the first of them goes
   * @return the number of the first that is not finite in this precision, or {@link #ALL_FINITE}
   */
  int putAll(int at, double[] values);

  /**
   * Takes neighbouring inputs, a byte each.
   *
   * @param at where the first of them goes
   * @param bytes each from 0 to 255
   * @param divisor what they are divided by, at most 2^24
   */
  void putBytes(int at, byte[] bytes, int divisor);
}
