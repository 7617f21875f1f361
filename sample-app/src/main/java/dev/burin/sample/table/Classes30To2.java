package dev.burin.sample.table;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** Two classes from 30 numbers, such as measures of cells. */
@Network(
    layers = {30, 32, 1},
    activations = {RELU, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface Classes30To2 {

  /**
   * The answers to n rows, {@code [n][30]} encoded numbers to {@code [n][1]} shares of the second
   * class.
   */
  void outputs(float[] x, int n, float[] out);
}
