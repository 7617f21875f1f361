package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Network;

/** A network with every form that allocates nothing. */
@Network(
    layers = {4, 19, 3},
    activations = {Activation.TANH, Activation.SOFTMAX},
    loss = Loss.CROSS_ENTROPY,
    dropout = {0.2, 0.5})
interface Bud {

  /** What it can be. */
  enum Kind {
    LEAF,
    FLOWER,
    SHOOT
  }

  /** What is measured; asked for scales that it cannot have, it throws. */
  record Measures(float length, float width, double weight, int scales) {

    @Override
    public int scales() {
      if (scales < 0) {
        throw new IllegalStateException("There are " + scales + " scales.");
      }
      return scales;
    }
  }

  void outputs(float[] x, float[] out);

  void outputs(float[] x, int n, float[] out);

  int index(float[] x);

  void indexes(float[] x, int n, int[] out);

  Kind kind(Measures measures);
}
