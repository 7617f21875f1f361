// A generic record.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower<Float> x);
//        ^ [BurinTypeGeneric] Flower is generic
}

record Flower<T>(float a, float b, float c, T d) {}

enum Species {
  A,
  B,
  C
}
