// A class beside a private interface cannot implement it.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

class Outer {
  @Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
  private interface Five {}
//        ^ [BurinPrivateInterface] Five is private, so the class generated beside it cannot see the interface. Remove `private` from Five.
}
