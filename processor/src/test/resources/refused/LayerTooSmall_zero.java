// Zero, at both ends, and both are told.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {0, 196, 0}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                 ^ [BurinLayerTooSmall] layers[0] is 0,
//                         ^ [BurinLayerTooSmall] layers[2] is 0,
interface Five {}
