// A private enum.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

class Outer {
  @Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
  interface Five {
    Species name(Flower x);
//          ^ [BurinTypeInaccessible] Species cannot be seen
  }

  private enum Species {
    A,
    B,
    C
  }
}

record Flower(float a, float b, float c, float d) {}
