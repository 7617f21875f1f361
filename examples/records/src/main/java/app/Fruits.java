package app;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;

/** A record in and an enum out; the compiler compares their sizes with the layers. */
@Network(layers = {4, 16, 3}, activations = {RELU, SOFTMAX}, loss = CROSS_ENTROPY)
interface Fruits {
  Kind kind(Fruit fruit);
}
