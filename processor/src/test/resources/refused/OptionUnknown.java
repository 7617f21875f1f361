// A slip in the name of the option.
// generates: garden/SixNetwork.java
// options: -Aburin.explian=true
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinOptionUnknown] The processor does not know the option -Aburin.explian. The options are -Aburin.explain=true and -Aburin.resources=<folder>.
interface Five {}

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Six {}
