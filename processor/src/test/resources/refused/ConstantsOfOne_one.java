// One constant, for which no width of the last layer would do.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  Only name(float[] x);
//     ^ [BurinConstantsOfOne] The network has one output, but the enum Only has 1 constant; a probability chooses between two. Use an enum of two constants, the second for an output of at least 0.5.
}

enum Only {
  A
}
