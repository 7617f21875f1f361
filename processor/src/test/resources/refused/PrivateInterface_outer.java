// Neither can it see an interface inside a private class.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

class Outer {
  private static class Middle {
    @Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
    interface Five {}
//  ^ [BurinPrivateInterface] Middle is private
  }
}
