package dev.burin.train;

import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.NeuralNetwork;

/** Parameters of a network beside those that it has. */
sealed interface Snapshot permits FloatSnapshot, DoubleSnapshot {

  /** The parameters that a network has now. */
  static Snapshot of(NeuralNetwork network) {
    return switch (network) {
      case FloatNetwork n -> new FloatSnapshot(n);
      case DoubleNetwork n -> new DoubleSnapshot(n);
    };
  }

  /** Takes the parameters that the network has now. */
  void take();

  /** The network gets these parameters, and those that it had are kept here. */
  void swap();
}
