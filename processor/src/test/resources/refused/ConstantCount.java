// Two constants for three outputs.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(Flower x);
//        ^ [BurinConstantCount] The enum Species has 2 constants, but the network has 3 outputs.
}

record Flower(float a, float b, float c, float d) {}

enum Species {
  A,
  B
}
