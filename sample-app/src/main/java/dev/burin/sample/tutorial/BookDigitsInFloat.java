package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;

import dev.burin.Network;

/** The network of the book's third chapter, in float. */
@Network(
    layers = {784, 30, 10},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
interface BookDigitsInFloat {

  /** The digit that one picture, {@code [784]} from 0 to below 1, shows. */
  int digit(float[] pixels);
}
