// A sample in a class: the parameter is what is wrong.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  float[] name(Flower x);
//                    ^ [BurinNotARecord] Flower is a class, but a network reads a sample from a record or from an array. Take a record with 4 numeric components in its place, or float[].
}

class Flower {
  float a, b, c, d;
}
