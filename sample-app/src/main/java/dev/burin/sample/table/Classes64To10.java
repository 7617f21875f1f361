package dev.burin.sample.table;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** Ten classes from 64 numbers, such as digits of 8 by 8 pixels. */
@Network(
    layers = {64, 64, 10},
    activations = {RELU, SOFTMAX},
    loss = CROSS_ENTROPY)
interface Classes64To10 {

  /**
   * The answers to n rows, {@code [n][64]} encoded numbers to {@code [n][10]} shares of the
   * classes.
   */
  void outputs(float[] x, int n, float[] out);
}
