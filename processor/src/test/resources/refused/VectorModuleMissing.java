// javac runs without the incubator module.
// vector: no
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinVectorModuleMissing] javac cannot see the module jdk.incubator.vector, with which Five is computed. Pass the flag `--add-modules jdk.incubator.vector` to javac
interface Five {}
