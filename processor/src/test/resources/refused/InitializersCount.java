// Two for three layers.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 3, 1},
    activations = {RELU, RELU, SIGMOID},
    loss = BINARY_CROSS_ENTROPY,
    initializers = {HE, GLOROT})
//                 ^ [BurinInitializersCount] initializers names 2, but 3 layers follow the inputs. Write none for the defaults, one for all layers, or one for each of the 3.
interface Five {}
