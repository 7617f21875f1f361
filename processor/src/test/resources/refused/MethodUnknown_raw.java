// A raw parent leaves its types open.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
@SuppressWarnings("rawtypes")
interface Five extends java.util.function.Function {}
// column 1 [BurinMethodUnknown] Object apply(Object
