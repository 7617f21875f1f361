// The advice puts SOFTMAX last, as the loss wants it.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 8, 8, 3}, activations = {SOFTMAX, TANH}, loss = CROSS_ENTROPY)
//                                            ^ [BurinActivationsTooFew] activations names 2, but 3 layers follow the inputs. Write one activation for each of them, as in activations = {RELU, TANH, SOFTMAX}.
//                                             ^ [BurinSoftmaxNotLast] activations[0] is SOFTMAX
interface Five {}
