package dev.burin.sample.table;

import dev.burin.data.Encoding;
import dev.burin.sample.Lines;
import dev.burin.train.Evaluation;

/**
 * How well a network tells what a table asks for.
 *
 * @param name what is measured, as scripts read it
 * @param value greater is better, 1 is all right
 */
record Score(String name, double value) {

  static Score of(Encoding encoding, Evaluation evaluation) {
    return encoding.tellsClasses()
        ? new Score("accuracy", evaluation.accuracy())
        : new Score("r2", evaluation.regression().r2());
  }

  /** {@code test accuracy 0.9667} or {@code test r2 0.7912}. */
  String line(String part) {
    return Lines.format("%s %s %.4f", part, name, value);
  }
}
