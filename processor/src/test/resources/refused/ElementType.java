// double in a float network.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  double name(double[] x);
//       ^ [BurinElementType] double name(double[] x) mixes up the element type: this network computes in float. Write `float name(float[] x)`, or set precision = Precision.DOUBLE and use double throughout.
}
