// A folder that is not there.
// options: -Aburin.resources=nowhere
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Loss.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinOptionResources] The option -Aburin.resources names "nowhere", which is no folder.
interface Five {}
