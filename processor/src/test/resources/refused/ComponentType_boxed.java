// A boxed number may be null.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinComponentType] The component d of the record Flower is of type Float,
}

record Flower(float a, float b, float c, Float d) {}

enum Species {
  A,
  B,
  C
}
