// Sixteen deviations would be infinite.
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
    precision = DOUBLE,
    scale = 1e308)
//          ^ [BurinScaleOutOfRange] scale is 1.0E308, but a DOUBLE network draws its weights with a standard deviation from 2.2250738585072014E-308 to
interface Five {}

@Network(
    layers = {4, 3},
    activations = SOFTMAX,
    loss = CROSS_ENTROPY,
    initializers = NORMAL,
    precision = DOUBLE,
    scale = Double.MIN_VALUE)
//                ^ [BurinScaleOutOfRange] scale is 4.9E-324, but a DOUBLE network
interface Six {}
