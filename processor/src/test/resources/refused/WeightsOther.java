// The fingerprint of another file.
// weights: garden/digits.safetensors fc.weight:F32:3,4 fc.bias:F32:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors",
    sha256 = "abababababababababababababababababababababababababababababababab")
//           ^ [BurinWeightsOther] The SHA-256 of digits.safetensors is 
interface Five {}
