// An array is not one number.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinComponentType] The component d of the record Flower is of type float[],
}

record Flower(float a, float b, float c, float[] d) {}

enum Species {
  A,
  B,
  C
}
