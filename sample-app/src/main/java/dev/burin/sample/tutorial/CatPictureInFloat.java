package dev.burin.sample.tutorial;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network of the third tutorial: tells whether a picture shows a cat, in float. */
@Network(
    layers = {12288, 7, 1},
    activations = {RELU, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface CatPictureInFloat {

  /** The probability that one picture, {@code [64][64][3]} from 0 to 1, shows a cat. */
  float probability(float[] pixels);
}
