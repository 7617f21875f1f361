package dev.burin.sample.tutorial;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Initializer.GLOROT;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** The network of Keras' own example of an MLP on digits. */
@Network(
    layers = {784, 512, 512, 10},
    activations = {RELU, RELU, SOFTMAX},
    initializers = GLOROT,
    loss = CROSS_ENTROPY,
    dropout = {0, 0.2, 0.2})
interface KerasDigits {

  /** The digit that one picture, {@code [784]} from 0 to 1, shows. */
  int digit(float[] pixels);
}
