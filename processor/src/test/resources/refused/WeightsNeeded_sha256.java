// A fingerprint of nothing.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Layout.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY,
    sha256 = "abababababababababababababababababababababababababababababababab")
//           ^ [BurinWeightsNeeded] sha256 is given, but there is no
interface Five {}
