// Nothing lies where a resource would.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMissing] There is no file garden/digits.safetensors; it was looked for in the output of classes, the source path, the class path. Put it among the resources, such as src/main/resources/garden/digits.safetensors
interface Five {}
