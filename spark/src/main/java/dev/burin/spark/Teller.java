package dev.burin.spark;

import dev.burin.Activation;
import dev.burin.data.Encoding;
import dev.burin.network.Decision;
import dev.burin.shape.NetworkShape;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.jspecify.annotations.Nullable;

/** Makes answers of the outputs of a network. */
final class Teller {

  private final int outputs;
  private final boolean classes;
  private final @Nullable Encoding encoding;

  Teller(NetworkShape shape, Map<String, String> notes) {
    this.outputs = shape.outputs();
    this.encoding = notes.containsKey(Encoding.NOTE) ? Encoding.of(notes) : null;
    this.classes = encoding == null ? tellsClasses(shape) : encoding.tellsClasses();
  }

  /** Whether the last activation makes probabilities of its sums. */
  private static boolean tellsClasses(NetworkShape shape) {
    Activation last = shape.layers().getLast().activation();
    return last == Activation.SIGMOID || last == Activation.SOFTMAX;
  }

  /**
   * Makes sure that an answer can be given.
   *
   * @throws IllegalArgumentException if not, in one sentence that says why
   */
  void check(Answer answer) {
    switch (answer) {
      case PREDICTION -> {
        if (!classes && outputs > 1) {
          throw refused("predicts no single value: it has " + outputs + " outputs", "outputs");
        }
      }
      case PROBABILITY -> {
        if (!classes) {
          throw refused("tells values, which have no probability", "outputs");
        }
      }
      case CLASS_NAME -> {
        if (encoding == null || !encoding.tellsClasses()) {
          throw refused(
              "has no names of classes, as no encoding of classes lies with its weights",
              "prediction");
        }
      }
      case OUTPUTS -> {}
    }
  }

  /** Whether {@link Answer#PROBABILITY} can be given. */
  boolean tellsClasses() {
    return classes;
  }

  private static IllegalArgumentException refused(String why, String instead) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "The network %s; ask for the %s instead.", why, instead));
  }

  /**
   * One answer for one row of a batch that is computed.
   *
   * @throws IllegalArgumentException if the outputs tell none
   */
  Object tell(Answer answer, Batch batch, int row) {
    return switch (answer) {
      case PREDICTION -> prediction(batch, row);
      case PROBABILITY ->
          Vectors.dense(
              outputs == 1
                  ? new double[] {1 - batch.output(row), batch.output(row)}
                  : outputs(batch, row));
      case CLASS_NAME -> className(batch, row);
      case OUTPUTS -> outputs(batch, row);
    };
  }

  private double prediction(Batch batch, int row) {
    if (classes) {
      return decision(batch, row);
    }
    double output = batch.output(row);
    return encoding == null ? output : encoding.value(output);
  }

  private String className(Batch batch, int row) {
    if (encoding == null) {
      throw new IllegalStateException("The network has no names of classes.");
    }
    return encoding.className(decision(batch, row));
  }

  private int decision(Batch batch, int row) {
    int decision = batch.decision(row);
    if (decision == Decision.NONE) {
      throw new IllegalArgumentException(
          "the outputs tell no class, as sums overflowed; scale the inputs, or train with smaller"
              + " weights.");
    }
    return decision;
  }

  private double[] outputs(Batch batch, int row) {
    double[] all = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      all[j] = batch.output(row * outputs + j);
    }
    return all;
  }
}
