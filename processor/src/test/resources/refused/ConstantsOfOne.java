// One probability cannot choose between three.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinConstantsOfOne] The network has one output, but the enum Species has 3 constants; a probability chooses between two.
}

record Flower(float a, float b) {}

enum Species {
  A,
  B,
  C
}
