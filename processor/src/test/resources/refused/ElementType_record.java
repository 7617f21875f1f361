// A record to the other element type.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  double name(Flower x);
//       ^ [BurinElementType] double name(Flower x) mixes up
}

record Flower(float a, float b) {}
