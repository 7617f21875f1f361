// A way out of the resources.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "../digits.safetensors")
//            ^ [BurinWeightsName] weights is "../digits.safetensors", which is no name of a resource. Write one such as weights = "digits.safetensors"
interface Five {}
