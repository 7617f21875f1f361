// SOFTMAX between two layers.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 8, 3}, activations = {SOFTMAX, SOFTMAX}, loss = CROSS_ENTROPY)
//                                          ^ [BurinSoftmaxNotLast] activations[0] is SOFTMAX, which only the last layer can have.
interface Five {}
