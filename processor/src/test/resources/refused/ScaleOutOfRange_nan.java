// No standard deviation is NaN.
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
    initializers = NORMAL,
    scale = 0.0 / 0.0)
//              ^ [BurinScaleOutOfRange] scale is NaN, but a FLOAT network draws its weights with a standard deviation from 1.17
interface Five {}
