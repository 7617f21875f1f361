// A tensor that no layer has.
// weights: garden/digits.safetensors fc.weight:F32:3,4 fc.bias:F32:3 step:F32:1
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMisfit] there is a tensor "step"; expected only the weights and biases of a network 4-3;
interface Five {}
