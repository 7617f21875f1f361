// The greatest widths there are.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2147483647, 2147483647, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                             ^ [BurinParametersTooMany] Up to layers[1] the network has 4,611,686,016,279,904,256 weights
interface Five {}
