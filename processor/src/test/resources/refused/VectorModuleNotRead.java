// The author's module does not require it.
// vector: no
// options: --add-reads garden=ALL-UNNAMED
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinVectorModuleNotRead] The module garden cannot see the module jdk.incubator.vector, with which Five is computed. Write `requires jdk.incubator.vector;` in the module-info.java of garden
interface Five {}
// source: module-info.java
module garden {}
