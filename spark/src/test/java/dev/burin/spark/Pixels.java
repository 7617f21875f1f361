package dev.burin.spark;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** The digits of MNIST: 784-100-10. */
@Network(
    layers = {784, 100, 10},
    activations = {SIGMOID, SOFTMAX},
    loss = CROSS_ENTROPY)
public interface Pixels {

  /** The digit that 28 x 28 pixels show. */
  int digit(float[] pixels);
}
