// The end of a comment of the class that would be generated.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "a*/b")
//            ^ [BurinWeightsName] weights is "a*/b", which is
interface Five {}
