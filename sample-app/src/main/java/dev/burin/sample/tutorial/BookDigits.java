package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;
import static dev.burin.Precision.DOUBLE;

import dev.burin.Network;

/** The network of the book's third chapter: one sigmoid for each digit. */
@Network(
    layers = {784, 30, 10},
    activations = {SIGMOID, SIGMOID},
    loss = BINARY_CROSS_ENTROPY,
    precision = DOUBLE)
interface BookDigits {

  /** The digit that one picture, {@code [784]} from 0 to below 1, shows. */
  int digit(double[] pixels);
}
