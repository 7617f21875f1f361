// The runtime that the class will be compiled with is of another version.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinRuntimeOther] The contract of generated classes in burin-runtime is 71, but this processor writes for 2.
interface Five {}

// source: dev/burin/kernel/Contract.java
package dev.burin.kernel;

public final class Contract {
  public static final int NUMBER = 71;
}
