// Only interfaces can declare a network.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinNotAnInterface] Five is an annotation, but only an interface can declare a network. Write `interface Five`
@interface Five {}
