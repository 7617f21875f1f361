// A layout of nothing.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    layout = KERAS)
//           ^ [BurinWeightsNeeded] layout is given, but there is no weights file that it could be about. Remove layout, or
interface Five {}
