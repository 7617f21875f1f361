package dev.burin.spark;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;

/**
 * Samples on their way through a network: their inputs side by side, and their outputs once they
 * are computed. One thread uses a batch.
 */
sealed interface Batch permits FloatRows, DoubleRows {

  /** Room for some samples of a network. */
  static Batch of(NeuralNetwork network, int rows) {
    return switch (network) {
      case FloatNetwork n -> new FloatRows(n, rows);
      case DoubleNetwork n -> new DoubleRows(n, rows);
    };
  }

  /** Where the inputs of its samples go. */
  InputRow inputs();

  /** Computes the outputs of the first n samples; of one alone by the call for one. */
  void compute(int n);

  /** An output, by the number of the sample times the width of an answer plus its own number. */
  double output(int at);

  /** The class that a sample stands for, or {@link dev.burin.network.Decision#NONE}. */
  int decision(int row);
}
