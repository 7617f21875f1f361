// One does not hold for all layers: not the inputs, or not the last layer, is what was meant.
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
    dropout = 0.5)
//            ^ [BurinDropoutCount] dropout names 1, but 3 layers follow the inputs
interface Five {}
