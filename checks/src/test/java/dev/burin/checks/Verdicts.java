package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Network;

/** A network that chooses between two constants. */
@Network(
    layers = {2, 3, 1},
    activations = {Activation.RELU, Activation.SIGMOID},
    loss = Loss.BINARY_CROSS_ENTROPY)
interface Verdicts {

  /** What it can say. */
  enum Verdict {
    NO,
    YES
  }

  /** What it is asked. */
  record Pair(float left, double right) {}

  Verdict verdict(Pair pair);

  float probability(Pair pair);

  float[] distribution(Pair pair);
}
