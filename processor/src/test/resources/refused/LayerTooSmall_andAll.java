// Widths, activations, loss, initializers, scale, methods, records: all at once, in several interfaces.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(
    layers = {4, 0, 3},
//               ^ [BurinLayerTooSmall] layers[1] is 0,
    activations = RELU,
//                ^ [BurinActivationsTooFew] activations names 1,
    loss = CROSS_ENTROPY,
    initializers = {HE, HE, HE},
//                 ^ [BurinInitializersCount] initializers names 3, but 2 layers follow the inputs.
    scale = 0.0)
//          ^ [BurinScaleOutOfRange] scale is 0.0,
interface Five {
  double a(double[] x);
//       ^ [BurinElementType] double a(double[] x)
  float b(float[] x);
//      ^ [BurinNumberOfMany] float b(float[] x) returns one number, but the last layer has 3 outputs.
  Side c(Pair x);
//     ^ [BurinComponentType] The component b of the record Pair
//     ^ [BurinComponentCount] The record Pair has 2 components, but the network has 4 inputs.
//     ^ [BurinConstantCount] The enum Side has 2 constants, but the network has 3 outputs.
}

@Network(
// column 1 [BurinNotAnInterface] Six is a class
    layers = {-1, 3, 1},
//            ^ [BurinLayerTooSmall] layers[0] is -1,
    activations = {SOFTMAX, SOFTMAX},
//                 ^ [BurinSoftmaxNotLast] activations[0] is SOFTMAX
//                          ^ [BurinSoftmaxOfOne] SOFTMAX of a single output
    loss = BINARY_CROSS_ENTROPY)
//         ^ [BurinLossMisfit] The loss BINARY_CROSS_ENTROPY does not fit the last activation, SOFTMAX. Write loss = BINARY_CROSS_ENTROPY with SIGMOID, or change the last activation to SIGMOID.
class Six {}

record Pair(float a, String b) {}

enum Side {
  HEADS,
  TAILS
}
