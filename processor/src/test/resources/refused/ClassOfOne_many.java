// The same for n samples.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  void name(float[] x, int n, int[] out);
//     ^ [BurinClassOfOne] void name(float[] x, int n, int[] out) asks for the greatest output
}
