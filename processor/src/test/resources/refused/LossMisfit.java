// Binary cross-entropy wants a sigmoid.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = RELU, loss = BINARY_CROSS_ENTROPY)
//                                                   ^ [BurinLossMisfit] The loss BINARY_CROSS_ENTROPY does not fit the last activation, RELU. Write loss = MEAN_SQUARED_ERROR, or change the last activation to SIGMOID.
interface Five {}
