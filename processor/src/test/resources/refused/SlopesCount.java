// More slopes than layers that take one.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3, 2},
    activations = {LEAKY_RELU, ELU},
    slopes = {0.3, 0.2, 0.1},
//           ^ [BurinSlopesCount] slopes names 3, but the activations that take one are 2.
    loss = MEAN_SQUARED_ERROR)
interface Five {}
