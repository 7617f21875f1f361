// The same from a record.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  float name(Flower x);
//      ^ [BurinNumberOfMany] float name(Flower x) returns one number, but the last layer has 3 outputs.
}

record Flower(float a, float b, float c, float d) {}
