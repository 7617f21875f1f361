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
// column 3 [BurinClassNameClaimed] The class garden.Outer_FiveNetwork is to be generated, but another one of that name is generated from garden.Outer_Five. Rename one of the two interfaces.
  interface Five {}
}
