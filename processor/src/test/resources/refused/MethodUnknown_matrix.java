// Close to a form, but none.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  float[] name(float[][] x);
//        ^ [BurinMethodUnknown] float[] name(float[][] x) is not a method
}
