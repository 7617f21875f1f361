// A layer that drops all of its inputs learns nothing.
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
    dropout = {0, 1, 0.5})
//                ^ [BurinDropoutOutOfRange] dropout[1] is 1.0, but the share of inputs that a layer drops is from 0 to below 1. Write a number such as 0.2, or 0 to drop none.
interface Five {}
