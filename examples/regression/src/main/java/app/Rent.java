package app;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.RELU;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;

import dev.burin.Network;

/** The rent of a flat, standardized, from 10 numbers: 4 quarters, 2 for the balcony, 4 measures. */
@Network(
    layers = {10, 32, 32, 1},
    activations = {RELU, RELU, IDENTITY},
    loss = HALF_MEAN_SQUARED_ERROR)
interface Rent {
  float standardized(float[] flat);
}
