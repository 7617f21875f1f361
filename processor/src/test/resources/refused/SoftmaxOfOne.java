// A distribution over one output.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 1}, activations = SOFTMAX, loss = CROSS_ENTROPY)
//                                      ^ [BurinSoftmaxOfOne] SOFTMAX of a single output is always 1.
interface Five {}
