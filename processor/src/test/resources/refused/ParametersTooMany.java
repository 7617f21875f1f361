// The weights outgrow the longest array.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {50_000, 50_000, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                         ^ [BurinParametersTooMany] Up to layers[1] the network has 2,500,050,000 weights and biases, which with their padding are more than the 2,147,483,639 elements
interface Five {}
