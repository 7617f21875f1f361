// A weight that is no number.
// weights: garden/digits.safetensors fc.weight:F32:3,4:NaN fc.bias:F32:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMisfit] fc.weight[0,0] is NaN; expected finite numbers.
interface Five {}
