// Type parameters on a method.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  <X> float[] name(float[] x);
//            ^ [BurinMethodGeneric] float[] name(float[] x) has type parameters of its own, which a generated method cannot fill in. Remove <X>
}
