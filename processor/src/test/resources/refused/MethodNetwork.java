// network() belongs to the generated class.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  int network();
//    ^ [BurinMethodNetwork] int network() takes the place of network(), with which the generated class gives its FloatNetwork. Rename it, or declare it as `FloatNetwork network();`.
}
