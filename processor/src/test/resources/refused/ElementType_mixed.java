// Half and half.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  void name(float[] x, int n, double[] out);
//     ^ [BurinElementType] void name(float[] x, int n, double[] out) mixes up
}
