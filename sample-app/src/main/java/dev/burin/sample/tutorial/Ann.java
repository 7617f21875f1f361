package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;
import static dev.burin.Precision.DOUBLE;

import dev.burin.Network;

/** The network of the first tutorial: tells an eight from a five. */
@Network(
    layers = {784, 196, 1},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY,
    precision = DOUBLE)
interface Ann {

  /** The probability that one picture, {@code [784]} from 0 to 1, is an eight. */
  double probability(double[] pixels);
}
