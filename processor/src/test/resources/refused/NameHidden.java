// A member hides the type Loss, another the package in which it lies.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
// column 1 [BurinNameHidden] The generated class FiveNetwork cannot name the type dev.burin.Loss, because there Loss and dev means something
interface Five {
  float dev = 0.5f;

  enum Loss {}
}
