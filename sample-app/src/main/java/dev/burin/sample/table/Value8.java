package dev.burin.sample.table;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.RELU;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;

import dev.burin.Network;

/** A value from 8 numbers, such as the price of a house. */
@Network(
    layers = {8, 64, 64, 1},
    activations = {RELU, RELU, IDENTITY},
    loss = HALF_MEAN_SQUARED_ERROR)
interface Value8 {

  /**
   * The answers to n rows, {@code [n][8]} encoded numbers to {@code [n][1]} standardized values.
   */
  void outputs(float[] x, int n, float[] out);
}
