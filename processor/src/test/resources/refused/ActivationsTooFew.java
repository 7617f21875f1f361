// One activation is missing.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {784, 196, 1}, activations = {RELU}, loss = BINARY_CROSS_ENTROPY)
//                                             ^ [BurinActivationsTooFew] activations names 1, but 2 layers follow the inputs. Write one activation for each of them, as in activations = {RELU, SIGMOID}.
interface Five {}
