// No widths at all.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {}, activations = {}, loss = BINARY_CROSS_ENTROPY)
//                ^ [BurinLayersEmpty] layers is empty. Write the widths, the inputs first, as in layers = {784, 196, 1}.
interface Five {}
