package dev.burin.checks.start;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** A small network for JVMs of their own. */
@Network(
    layers = {8, 24, 1},
    activations = {TANH, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface Parity {
  float odd(float[] bits);

  void odd(float[] bits, int n, float[] out);
}
