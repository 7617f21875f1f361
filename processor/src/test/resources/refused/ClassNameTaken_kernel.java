// The author has a class of the name of a generated kernel.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinClassNameTaken] The class garden.FiveNetwork_V512 is to be generated
interface Five {}

class FiveNetwork_V512 {}
