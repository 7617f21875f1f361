// A record that only its outer class sees.
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
//          ^ [BurinTypeInaccessible] Flower cannot be seen from the package of the interface, where the class is generated. Remove `private` from Flower or make it public.
  }

  private record Flower(float a, float b, float c, float d) {}
}

enum Species {
  A,
  B,
  C
}
