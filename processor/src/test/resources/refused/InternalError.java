// A defect of the processor itself, played by a planner that throws.
// planner: broken
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {}
// column 1 [BurinInternalError] The processor failed on Five, which is no fault of the interface: java.lang.IllegalStateException: the planner stumbled, at
