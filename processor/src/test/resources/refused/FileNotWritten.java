// A file stands where the package's directory should be.
// obstacle: garden
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {}
// column 1 [BurinFileNotWritten] The source of garden.FiveNetwork cannot be written:
