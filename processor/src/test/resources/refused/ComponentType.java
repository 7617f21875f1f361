// A text is not a number.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinComponentType] The component b of the record Flower is of type String, which is not one number.
//        ^ [BurinComponentType] The component d of the record Flower is of type char,
}

record Flower(float a, String b, float c, char d) {}

enum Species {
  A,
  B,
  C
}
