// Doubles for a network of floats.
// weights: garden/digits.safetensors fc.weight:F64:3,4 fc.bias:F64:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMisfit] tensor "fc.weight" has the dtype F64; expected F32 for a network of precision FLOAT;
interface Five {}
