package app;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

@Network(
    layers = {2, 16, 1},
    activations = {TANH, SIGMOID},
    loss = BINARY_CROSS_ENTROPY,
    weights = "moons.safetensors") // src/main/resources/app/moons.safetensors, read by javac
interface Moons {
  float probability(float[] point);
}
