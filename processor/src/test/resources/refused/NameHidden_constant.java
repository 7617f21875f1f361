// A constant and an enum share a name, and an expression means the constant.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 2}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends Constants {
  Answer answer(Sample sample);
// column 10 [BurinNameHidden] The generated class FiveNetwork cannot name the type garden.Five.Answer, because there Answer

  enum Answer {
    NO,
    YES
  }

  record Sample(int x, int y) {}
}

interface Constants {
  int Answer = 42;
}
