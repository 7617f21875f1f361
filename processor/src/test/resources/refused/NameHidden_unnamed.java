// The interface inherits a type called like a generated class, which has no longer name.
// source: Five.java

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinNameHidden] The generated class FiveNetwork cannot name the type FiveNetwork_V128
interface Five {
  class FiveNetwork_V128 {}
}
