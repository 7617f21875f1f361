// One name and one input, two results.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

interface Index {
  int name(float[] x);
}

interface Outputs {
  float[] name(float[] x);
}

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends Index, Outputs {}
// column 1 [BurinMethodsClash] name is inherited from Index and from Outputs with different results, and one method cannot give both. Rename one of them, or let Five extend only one
