package dev.burin.sample;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Initializer.LECUN;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** Tells an 8 from a 5 on a picture of 28 by 28 pixels, each from 0 (paper) to 1 (ink). */
@Network(
    layers = {784, 196, 1},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY,
    initializers = LECUN)
interface FiveOrEight {

  /** The probability that one picture, {@code [784]}, is an 8. */
  float probability(float[] pixels);

  /** The probabilities that n pictures, {@code [n][784]}, are an 8. */
  void probabilities(float[] pixels, int n, float[] out);
}
