package dev.burin.checks.bench;

import static dev.burin.Activation.IDENTITY;
import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SIGMOID;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Loss.BINARY_CROSS_ENTROPY;
import static dev.burin.Loss.CROSS_ENTROPY;
import static dev.burin.Loss.MEAN_SQUARED_ERROR;

import dev.burin.Network;
import dev.burin.network.FloatNetwork;

/** The networks that are timed. */
public enum Nets {
  /** 784-196-1, sigmoid. */
  FIVE_OR_EIGHT,
  /** 784-392-196-98-1, sigmoid. */
  DEEP,
  /** 784-256-128-10, ReLU and softmax. */
  DIGITS,
  /** 32-64-64-1, ReLU and sigmoid. */
  SMALL,
  /** 1024-4096-4096-1024, ReLU. */
  LARGE;

  @Network(
      layers = {784, 196, 1},
      activations = {SIGMOID, SIGMOID},
      loss = BINARY_CROSS_ENTROPY)
  interface FiveOrEight {}

  @Network(
      layers = {784, 392, 196, 98, 1},
      activations = {SIGMOID, SIGMOID, SIGMOID, SIGMOID},
      loss = BINARY_CROSS_ENTROPY)
  interface Deep {}

  @Network(
      layers = {784, 256, 128, 10},
      activations = {RELU, RELU, SOFTMAX},
      loss = CROSS_ENTROPY)
  interface Digits {}

  @Network(
      layers = {32, 64, 64, 1},
      activations = {RELU, RELU, SIGMOID},
      loss = BINARY_CROSS_ENTROPY)
  interface Small {}

  @Network(
      layers = {1024, 4096, 4096, 1024},
      activations = {RELU, RELU, IDENTITY},
      loss = MEAN_SQUARED_ERROR)
  interface Large {}

  /** A network of this shape with weights of its own. */
  public FloatNetwork make() {
    return switch (this) {
      case FIVE_OR_EIGHT -> new Nets_FiveOrEightNetwork(1).network();
      case DEEP -> new Nets_DeepNetwork(1).network();
      case DIGITS -> new Nets_DigitsNetwork(1).network();
      case SMALL -> new Nets_SmallNetwork(1).network();
      case LARGE -> new Nets_LargeNetwork(1).network();
    };
  }
}
