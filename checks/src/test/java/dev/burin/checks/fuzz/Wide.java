package dev.burin.checks.fuzz;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Loss.MEAN_SQUARED_ERROR;

import dev.burin.Network;

/** The network whose weights of eight bits are read: its only layer is wider than a narrow one. */
@Network(
    layers = {2, 5},
    activations = IDENTITY,
    loss = MEAN_SQUARED_ERROR)
interface Wide {
  float[] outputs(float[] x);
}
