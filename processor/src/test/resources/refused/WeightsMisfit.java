// Saved as Keras does.
// weights: garden/digits.safetensors fc.weight:F32:4,3 fc.bias:F32:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors")
//            ^ [BurinWeightsMisfit] fc.weight is [4, 3], layer 1 needs [3, 4]; it looks transposed (Keras order): say layout = KERAS; expected a row for each output. The file is 
interface Five {}
