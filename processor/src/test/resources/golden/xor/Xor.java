package golden.xor;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.RELU;
import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;

import dev.burin.Network;

/** Exclusive or, which no network without a hidden layer can learn. */
@Network(
    layers = {2, 3, 1},
    activations = {RELU, IDENTITY},
    loss = HALF_MEAN_SQUARED_ERROR)
interface Xor {
  float value(float[] x);
}
