// A negative width.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {784, -196, 1}, activations = {RELU, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
//                      ^ [BurinLayerTooSmall] layers[1] is -196, but a layer needs at least 1 neuron. Write its width, as in layers = {784, 196, 1}.
interface Five {}
