package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network of the first tutorial, in float. */
@Network(
    layers = {784, 196, 1},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface AnnInFloat {

  /** The probability that one picture, {@code [784]} from 0 to 1, is an eight. */
  float probability(float[] pixels);
}
