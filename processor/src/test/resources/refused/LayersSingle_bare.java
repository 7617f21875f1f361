// The same without braces.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = 784, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
//                ^ [BurinLayersSingle] layers names only the inputs, 784,
interface Five {}
