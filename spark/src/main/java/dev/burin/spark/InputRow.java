package dev.burin.spark;

/** Where the inputs of samples go. */
@FunctionalInterface
interface InputRow {

  /**
   * Takes one input, rounded to the precision of the network.
   *
   * @param at the number of the sample times the width of a sample, plus the number of the input
   * @return whether it is finite in this precision
   */
  boolean put(int at, double value);
}
