package app;

import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

@Network(layers = {4, 16, 3}, activations = {TANH, SOFTMAX}, loss = CROSS_ENTROPY)
interface Flowers {
  int kind(float[] measures);
}
