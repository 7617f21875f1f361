package app;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** Whether a point lies in a circle. */
@Network(
    layers = {2, 16, 1},
    activations = {TANH, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
public interface Circle {
  float probability(float[] point);
}
