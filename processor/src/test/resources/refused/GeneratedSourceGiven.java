// The output of an earlier build lies among the sources.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinGeneratedSourceGiven] garden.FiveNetwork is to be generated, but the source that an earlier build generated is among the sources given to javac:
interface Five {}
// source: garden/FiveNetwork.java
package garden;

@javax.annotation.processing.Generated("dev.burin.processor.NetworkProcessor")
final class FiveNetwork {}
