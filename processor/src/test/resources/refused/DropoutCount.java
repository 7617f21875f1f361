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
    dropout = {0.2, 0.5})
//            ^ [BurinDropoutCount] dropout names 2, but 3 layers follow the inputs, and each drops a share of what it reads. Write one share for each of them, as in dropout = {0.2, 0.2, 0.2}, with 0 where none is dropped.
interface Five {}
