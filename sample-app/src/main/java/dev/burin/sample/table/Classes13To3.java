package dev.burin.sample.table;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** Three classes from 13 numbers, such as cultivars of wine. */
@Network(
    layers = {13, 32, 3},
    activations = {RELU, SOFTMAX},
    loss = CROSS_ENTROPY)
interface Classes13To3 {

  /**
   * The answers to n rows, {@code [n][13]} encoded numbers to {@code [n][3]} shares of the classes.
   */
  void outputs(float[] x, int n, float[] out);
}
