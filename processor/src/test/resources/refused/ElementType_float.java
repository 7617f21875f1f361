// float in a double network.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY, precision = DOUBLE)
interface Five {
  float name(float[] x);
//      ^ [BurinElementType] float name(float[] x) mixes up the element type: this network computes in double. Write `double name(double[] x)`, or set precision = Precision.FLOAT
}
