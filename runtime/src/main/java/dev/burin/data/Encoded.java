package dev.burin.data;

import java.util.Objects;

/**
 * Rows as a network reads them, in two parts, and how they became so; {@link EncodingBuilder#split}
 * makes it.
 *
 * @param encoding fitted on the training part alone
 * @param train what a network learns from
 * @param test what it is measured on
 */
public record Encoded(Encoding encoding, Dataset train, Dataset test) {

  /** Checks that all three are there. */
  public Encoded {
    Objects.requireNonNull(encoding, "The encoding is null; fit one.");
    Objects.requireNonNull(train, "The training part is null; give a Dataset.");
    Objects.requireNonNull(test, "The test part is null; give a Dataset.");
  }
}
