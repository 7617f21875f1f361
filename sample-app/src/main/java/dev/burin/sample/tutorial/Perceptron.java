package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;
import static dev.burin.Precision.DOUBLE;

import dev.burin.Network;

/** The network of the second tutorial on digits. */
@Network(
    layers = {784, 30, 10},
    activations = {SIGMOID, SIGMOID},
    loss = HALF_MEAN_SQUARED_ERROR,
    precision = DOUBLE)
interface Perceptron {

  /** The digit that one picture, {@code [784]} from 0 to 1, shows. */
  int digit(double[] pixels);
}
