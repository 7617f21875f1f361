// Neither the parameter nor the result does, and the enum of another has too few constants.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  Species a(Flower x);
//                 ^ [BurinNotARecord] Flower is a class,
//        ^ [BurinNotAnEnum] Species is a class, but a network answers with a number, an array, or a constant of an enum. Return an enum with 3 constants in its place,
  Side b(Flower x);
//              ^ [BurinNotARecord] Flower is a class,
//     ^ [BurinConstantCount] The enum Side has 2 constants, but the network has 3 outputs. Give it one constant per output, or give the last layer 2 outputs.
  long c(Flower x);
//              ^ [BurinNotARecord] Flower is a class,
//     ^ [BurinMethodUnknown] long c(Flower x) is not a method
}

class Flower {}

class Species {}

enum Side {
  HEADS,
  TAILS
}
