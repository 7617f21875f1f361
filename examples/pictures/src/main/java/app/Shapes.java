package app;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** Tells circles, squares and crosses on pictures of 16 by 16 pixels apart. */
@Network(layers = {256, 32, 3}, activations = {RELU, SOFTMAX}, loss = CROSS_ENTROPY)
interface Shapes {
  int kind(float[] pixels);
}
