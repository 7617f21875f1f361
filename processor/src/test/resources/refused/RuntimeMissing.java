// Only the annotations are on the class path.
// classpath: vocabulary
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinRuntimeMissing] The package dev.burin.network, which Five needs, cannot be seen from here.
interface Five {}
