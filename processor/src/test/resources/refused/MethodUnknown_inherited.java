// An inherited method is told at the heir.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

interface Base {
  int size();
}

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends Base {}
// column 1 [BurinMethodUnknown] int size() is not a method
