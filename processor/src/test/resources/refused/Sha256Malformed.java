// Too few digits.
// weights: garden/digits.safetensors fc.weight:F32:3,4 fc.bias:F32:3
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    weights = "digits.safetensors",
    sha256 = "1234")
//           ^ [BurinSha256Malformed] sha256 is "1234", but a SHA-256 has 64 hexadecimal digits. Write what
interface Five {}
