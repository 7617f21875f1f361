// A softmax is not trained on a squared error.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = MEAN_SQUARED_ERROR)
//                                                      ^ [BurinLossMisfit] The loss MEAN_SQUARED_ERROR does not fit the last activation, SOFTMAX. Write loss = CROSS_ENTROPY, or
interface Five {}
