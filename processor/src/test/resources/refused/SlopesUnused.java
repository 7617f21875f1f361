// No activation takes a slope.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 2},
    activations = {RELU, TANH},
    slopes = 0.3,
//           ^ [BurinSlopesUnused] slopes is given, but none of the activations takes one; only LEAKY_RELU and ELU do.
    loss = MEAN_SQUARED_ERROR)
interface Five {}
