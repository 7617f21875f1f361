package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;

/** A look at the outputs of every layer for single samples, on the plain twin. */
sealed interface Look permits FloatLook, DoubleLook {

  /** Goes to another sample. */
  void sample(int row);

  /** The output of a unit for that sample; layers are counted from 1, units from 0. */
  double output(int layer, int unit);

  static Look at(NeuralNetwork network, Samples samples) {
    return switch (network) {
      case FloatNetwork n -> new FloatLook(n, samples);
      case DoubleNetwork n -> new DoubleLook(n, samples);
    };
  }
}
