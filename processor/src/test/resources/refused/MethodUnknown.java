// A method that no form fits.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  boolean name(float[] x);
//        ^ [BurinMethodUnknown] boolean name(float[] x) is not a method that a network can compute. Make it a default method with a body of your own, or write one of these, with R a record and E an enum:
}
