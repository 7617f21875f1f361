// An answer that is a text, and one that is a record; the record that is read has too few components.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)
interface Five {
  String a(float[] x);
//       ^ [BurinNotAnEnum] String is a class, but a network answers with a number, an array, or a constant of an enum. Return an enum with two constants in its place, or float[], or make it a default method
  Flower b(Flower x);
//       ^ [BurinNotAnEnum] Flower is a record,
//       ^ [BurinComponentCount] The record Flower has 1 component, but the network has 2 inputs. Give it one numeric component per input, or write layers = {1, ...}.
}

record Flower(float a) {}
