// A record without components, for which no width of the inputs would do.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  float name(Nothing x);
//      ^ [BurinComponentCount] The record Nothing has 0 components, but the network has 2 inputs. Give it one numeric component per input.
}

record Nothing() {}
