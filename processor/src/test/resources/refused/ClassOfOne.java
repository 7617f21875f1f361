// The greatest of one output.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  int name(float[] x);
//    ^ [BurinClassOfOne] int name(float[] x) asks for the greatest output, but the last layer has only one, so the answer is always 0. Use float in place
}
