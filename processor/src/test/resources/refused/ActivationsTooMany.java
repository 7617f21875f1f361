// One for the inputs too.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                                             ^ [BurinActivationsTooMany] activations names 2, but only 1 layers follow the inputs
interface Five {}
