package dev.burin.checks.fuzz;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network whose weights are read. */
@Network(
    layers = {2, 3, 1},
    activations = {RELU, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface Small {
  float probability(float[] x);
}
