// One output cannot take SOFTMAX, so the advice adds outputs.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = CROSS_ENTROPY)
//                                                      ^ [BurinLossMisfit] The loss CROSS_ENTROPY does not fit the last activation, SIGMOID. Write loss = BINARY_CROSS_ENTROPY, or change the last activation to SOFTMAX and give the last layer one output per class.
interface Five {}
