// An output that is no probability.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = TANH, loss = MEAN_SQUARED_ERROR)
interface Five {
  Species name(Flower x);
//        ^ [BurinConstantsNeedProbability] One output chooses between two constants of Species only as a probability, but the last activation is TANH.
}

record Flower(float a, float b) {}

enum Species {
  A,
  B
}
