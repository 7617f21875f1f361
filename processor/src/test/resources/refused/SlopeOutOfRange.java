// The slope of a line that falls.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 2},
    activations = {LEAKY_RELU, ELU},
    slopes = {0.3, -0.2},
//                 ^ [BurinSlopeOutOfRange] slopes[1] is -0.2, but the slope of an activation just below 0 lies from 1.0E-6 to 1000000.0.
    loss = MEAN_SQUARED_ERROR)
interface Five {}
