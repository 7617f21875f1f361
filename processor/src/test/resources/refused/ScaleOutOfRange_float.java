// A float has no such numbers, though a double has.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 3},
    activations = SOFTMAX,
    loss = CROSS_ENTROPY,
    initializers = NORMAL,
    scale = 1e300)
//          ^ [BurinScaleOutOfRange] scale is 1.0E300, but a FLOAT network draws its weights with a standard deviation from 1.1754943508222875E-38 to 2.1267646664908054E37. Write a number such as scale = 0.01.
interface Five {}

@Network(
    layers = {4, 3},
    activations = SOFTMAX,
    loss = CROSS_ENTROPY,
    initializers = NORMAL,
    scale = 1e-300)
//          ^ [BurinScaleOutOfRange] scale is 1.0E-300, but a FLOAT network
interface Six {}
