package golden.mnist;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network of the README: 784-196-1 in sigmoid and cross-entropy. */
@Network(
    layers = {784, 196, 1},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
public interface FiveOrEight {
  float probability(float[] pixels);

  void probabilities(float[] pixels, int n, float[] out);
}
