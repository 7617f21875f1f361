// No number.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 2},
    activations = {LEAKY_RELU, ELU},
    slopes = {Double.NaN, 1},
//                  ^ [BurinSlopeOutOfRange] slopes[0] is NaN, but
    loss = MEAN_SQUARED_ERROR)
interface Five {}
