package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Network;

/** A network with one output. */
@Network(
    layers = {37, 21, 1},
    activations = {Activation.SIGMOID, Activation.SIGMOID},
    loss = Loss.BINARY_CROSS_ENTROPY)
interface Chance {
  float probability(float[] x);
}
