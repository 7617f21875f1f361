// RELU has this slope.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 2},
    activations = {LEAKY_RELU, ELU},
    slopes = 0,
//           ^ [BurinSlopeOutOfRange] slopes[0] is 0.0, but
    loss = MEAN_SQUARED_ERROR)
interface Five {}
