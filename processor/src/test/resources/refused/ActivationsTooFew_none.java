// None is given.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {784, 196, 1}, activations = {}, loss = BINARY_CROSS_ENTROPY)
//                                             ^ [BurinActivationsTooFew] activations names 0,
interface Five {}
