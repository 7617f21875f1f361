package dev.burin.spark;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** A small network of classes. */
@Network(
    layers = {6, 9, 3},
    activations = {RELU, SOFTMAX},
    loss = CROSS_ENTROPY)
public interface Blobs {

  /** The class of a sample. */
  int classOf(float[] x);
}
