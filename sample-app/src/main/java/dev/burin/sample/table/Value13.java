package dev.burin.sample.table;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.RELU;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;

import dev.burin.Network;

/** A value from 13 numbers, such as the price of a house and where it stands. */
@Network(
    layers = {13, 64, 64, 1},
    activations = {RELU, RELU, IDENTITY},
    loss = HALF_MEAN_SQUARED_ERROR)
interface Value13 {

  /**
   * The answers to n rows, {@code [n][13]} encoded numbers to {@code [n][1]} standardized values.
   */
  void outputs(float[] x, int n, float[] out);
}
