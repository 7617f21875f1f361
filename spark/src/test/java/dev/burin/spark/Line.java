package dev.burin.spark;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.MEAN_SQUARED_ERROR;
import static dev.burin.Precision.DOUBLE;

import dev.burin.Network;

/** A small network of one value, in double. */
@Network(
    layers = {6, 5, 1},
    activations = {TANH, IDENTITY},
    loss = MEAN_SQUARED_ERROR,
    precision = DOUBLE)
public interface Line {

  /** The value of a sample. */
  double value(double[] x);
}
