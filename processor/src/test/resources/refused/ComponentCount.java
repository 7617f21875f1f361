// Three components for four inputs.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinComponentCount] The record Flower has 3 components, but the network has 4 inputs.
}

record Flower(float a, float b, float c) {}

enum Species {
  A,
  B,
  C
}
