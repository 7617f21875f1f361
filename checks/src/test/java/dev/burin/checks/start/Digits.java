package dev.burin.checks.start;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network whose first answer and whose self-test are looked at. */
@Network(
    layers = {784, 196, 1},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface Digits {
  float probability(float[] pixels);
}
