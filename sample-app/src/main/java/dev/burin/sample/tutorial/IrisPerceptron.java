package dev.burin.sample.tutorial;

import static dev.burin.Activation.SIGMOID;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;
import static dev.burin.Precision.DOUBLE;

import dev.burin.Network;

/** The network of the second tutorial on flowers. */
@Network(
    layers = {4, 8, 3},
    activations = {SIGMOID, SIGMOID},
    loss = HALF_MEAN_SQUARED_ERROR,
    precision = DOUBLE)
interface IrisPerceptron {

  /** The species of one flower, {@code [4]} standardized lengths. */
  int species(double[] lengths);
}
