// One number of three outputs.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  float name(float[] x);
//      ^ [BurinNumberOfMany] float name(float[] x) returns one number, but the last layer has 3 outputs. Return float[], or make the last layer 1 wide.
}
