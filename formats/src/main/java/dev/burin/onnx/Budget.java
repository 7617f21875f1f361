package dev.burin.onnx;

import dev.burin.file.MalformedFileException;

/**
 * How many parts a file may still have. A part of two bytes becomes an object of a hundred, so that
 * a file of nothing but parts would take far more memory than it is long.
 */
final class Budget {

  /** More than the nodes, names and settings of the largest chain that can be declared. */
  private static final int MOST_PARTS = 200_000;

  private int left = MOST_PARTS;

  /** Takes one part. */
  void take(Wire wire) throws MalformedFileException {
    if (--left < 0) {
      throw wire.refused(
          "there are more than " + MOST_PARTS + " nodes, names and settings up to here");
    }
  }
}
