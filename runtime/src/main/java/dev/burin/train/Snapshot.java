package dev.burin.train;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;

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

  /** Another network with these parameters. */
  NeuralNetwork network();

  /** Puts these parameters down. */
  void save(StateWriter out);

  /** Takes back what was put down. */
  void restore(StateReader in);

  /** The network gets these parameters, and those that it had are kept here. */
  void swap();
}
