// The missing module hides no other mistake.
// vector: no
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 0}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinVectorModuleMissing] javac cannot see the module
//                    ^ [BurinLayerTooSmall] layers[1] is 0,
interface Five {
  long name();
//     ^ [BurinMethodUnknown] long name() is not a method
}
