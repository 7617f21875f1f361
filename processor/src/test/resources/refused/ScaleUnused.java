// A scale that nothing uses.
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
    initializers = HE,
    scale = 0.1)
//          ^ [BurinScaleUnused] scale is given, but no layer is initialized with NORMAL
interface Five {}
