// Nothing can name an interface inside an implicitly declared class.
import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {}
// column 1 [BurinImplicitClass] Five stands in a file without a class declaration

void main() {}
