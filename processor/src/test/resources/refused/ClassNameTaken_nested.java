// Two interfaces would give one class: the second is refused.
// generates: garden/Outer_FiveNetwork.java
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Outer_Five {}

interface Outer {
  @Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 3 [BurinClassNameTaken] The class garden.Outer_FiveNetwork
  interface Five {}
}
