// Whole numbers without a scale.
// weights: garden/digits.safetensors fc.weight:I8:3,4 fc.bias:F32:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMisfit] tensor "fc.weight" has the dtype I8; expected floats, or a tensor "fc.weight_scale"
interface Five {}
