package dev.burin.sample.serve;

import org.jspecify.annotations.Nullable;

/**
 * The samples of a request.
 *
 * @param many whether they came as an array, so that the answer is one
 * @param records the network for which records were encoded, or null where numbers came
 */
record Asking(Rows rows, boolean many, @Nullable Known records) {

  static Asking numbers(Rows rows, boolean many) {
    return new Asking(rows, many, null);
  }
}
