// A record that another package hides, met through an inherited method.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five extends meadow.Base {}
// column 1 [BurinTypeInaccessible] Flower cannot be seen
// source: meadow/Base.java
package meadow;

public interface Base {
  float[] name(Flower x);
}

record Flower(float a, float b, float c, float d) {}
