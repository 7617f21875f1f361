// Without padding they would fit.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {200_000_000, 9, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                              ^ [BurinParametersTooMany] Up to layers[1] the network has 1,800,000,009 weights
interface Five {}
