// The interface takes the simple name of a type, a class beside it the package.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinNameHidden] The generated class EngravedNetwork cannot name the type dev.burin.network.Engraved
interface Engraved {}

class dev {}
