// Close to a form, but none.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  void name(float[] x, int n, long[] out);
//     ^ [BurinMethodUnknown] void name(float[] x, int n, long[] out) is not a method
}
