// A runtime from before contracts had numbers.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinRuntimeOther] The contract of generated classes in burin-runtime is without a number, but this processor writes for 2.
interface Five {}

// source: dev/burin/kernel/Contract.java
package dev.burin.kernel;

public final class Contract {}
