// What is not a number is no share.
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
    dropout = {0, 0.5, 0.0 / 0})
//                         ^ [BurinDropoutOutOfRange] dropout[2] is NaN
interface Five {}
