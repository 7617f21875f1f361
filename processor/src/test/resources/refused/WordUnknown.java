// The runtime is newer than the processor.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 1}, activations = CELU, loss = MEAN_SQUARED_ERROR)
//                                      ^ [BurinWordUnknown] CELU is not known to this version of the processor. Use the same version
interface Five {}
// source: dev/burin/Activation.java
package dev.burin;

public enum Activation {
  CELU
}
