// An int that overflowed is negative.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {65536 * 32768, 196, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                       ^ [BurinLayerTooSmall] layers[0] is -2147483648,
interface Five {}
