// The list names the element type of this network.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY, precision = DOUBLE)
interface Five {
  int size();
//    ^ [BurinMethodUnknown] int size() is not a method
}
