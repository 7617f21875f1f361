package app;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

@Network(layers = {2, 16, 1}, activations = {TANH, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
interface InCircle {
  float probability(float[] point);

  default boolean contains(float x, float y) { // a method of your own stays as it is
    return probability(new float[] {x, y}) >= 0.5f;
  }
}
