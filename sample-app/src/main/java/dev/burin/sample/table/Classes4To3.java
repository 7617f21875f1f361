package dev.burin.sample.table;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** Three classes from 4 numbers, such as kinds of flowers. */
@Network(
    layers = {4, 32, 3},
    activations = {RELU, SOFTMAX},
    loss = CROSS_ENTROPY)
interface Classes4To3 {

  /**
   * The answers to n rows, {@code [n][4]} encoded numbers to {@code [n][3]} shares of the classes.
   */
  void outputs(float[] x, int n, float[] out);
}
