// The network of the other precision.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

interface Base extends dev.burin.network.Engraved<dev.burin.network.DoubleNetwork> {}

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends Base {}
// column 1 [BurinMethodNetwork] DoubleNetwork network() takes the place
