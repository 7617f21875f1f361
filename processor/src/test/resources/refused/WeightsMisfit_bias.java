// A layer without a bias beside one with one.
// weights: models/digits.safetensors fc1.weight:F32:3,4 fc1.bias:F32:3 fc2.weight:F32:2,3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3, 2}, activations = {RELU, SOFTMAX}, loss = CROSS_ENTROPY,
    weights = "/models/digits.safetensors")
//            ^ [BurinWeightsMisfit] there is no tensor "fc2.bias", while another layer has biases; expected biases of all layers or of none,
interface Five {}
