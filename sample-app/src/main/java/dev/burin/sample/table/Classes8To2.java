package dev.burin.sample.table;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** Two classes from 8 numbers, such as measures of the sick and the well. */
@Network(
    layers = {8, 32, 1},
    activations = {RELU, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface Classes8To2 {

  /**
   * The answers to n rows, {@code [n][8]} encoded numbers to {@code [n][1]} shares of the second
   * class.
   */
  void outputs(float[] x, int n, float[] out);
}
