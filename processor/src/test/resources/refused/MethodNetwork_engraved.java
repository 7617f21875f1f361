// The runtime's own interface with the other precision.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends dev.burin.network.Engraved<dev.burin.network.DoubleNetwork> {}
// column 1 [BurinMethodNetwork] DoubleNetwork network() takes the place of network(), with which the generated class gives its FloatNetwork. Extend `Engraved<FloatNetwork>`, or set precision = Precision.DOUBLE.
