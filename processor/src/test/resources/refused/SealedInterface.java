// The generated class is not among the permitted ones.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
sealed interface Five permits Mine {}
//     ^ [BurinSealedInterface] Five is sealed and does not permit the class that is generated for it. Add FiveNetwork to

final class Mine implements Five {}
