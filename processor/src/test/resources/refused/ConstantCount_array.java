// An enum that answers for an array.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species name(float[] x);
//        ^ [BurinConstantCount] The enum Species has 2 constants, but the network has 3 outputs.
  Species other(double[] x);
//        ^ [BurinElementType] Species other(double[] x) mixes up the element type: this network computes in float. Write `Species other(float[] x)`,
}

enum Species {
  A,
  B
}
