package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.util.Locale;

/** The limits of what is taken into memory on the word of a file. */
final class Memory {

  /** So much may be asked for by a file of any size, such as one in which all is the fill value. */
  static final int SMALL = 16 << 20;

  /** And so many bytes for each that the file has. Data worth learning from is not so redundant. */
  static final int LARGEST_RATIO = 100;

  private Memory() {}

  /** Checks that the elements of a data set may be kept with so many bytes each. */
  static int elements(DataSet set, int bytesEach) throws MalformedFileException {
    long elements = 1;
    for (long dimension : set.space().dimensions()) {
      if (dimension == 0) {
        return 0;
      }
      // Larger than any array, but not so large that the next product overflows.
      elements = Math.min(elements, Integer.MAX_VALUE) * Math.min(dimension, Integer.MAX_VALUE);
    }
    for (long dimension : set.space().dimensions()) {
      elements = dimension > Integer.MAX_VALUE - 8 ? Long.MAX_VALUE : elements;
    }
    if (elements > Integer.MAX_VALUE - 8) {
      throw set.file()
          .bytes()
          .malformed(
              String.format(
                  Locale.ROOT,
                  "%s is %s and has more numbers than the %d that one array can hold.",
                  set.name(),
                  set.space().text(),
                  Integer.MAX_VALUE - 8));
    }
    check(set, set.name(), elements * Math.max(bytesEach, set.type().size()));
    return (int) elements;
  }

  /** The size of a chunk in bytes, which has to fit into memory as well. */
  static int chunk(DataSet set, long[] chunk) throws MalformedFileException {
    long bytes = set.type().size();
    for (long dimension : chunk) {
      bytes = Math.min(bytes, Integer.MAX_VALUE) * Math.min(dimension, Integer.MAX_VALUE);
    }
    check(set, "A chunk of " + set.name(), bytes);
    if (bytes > Integer.MAX_VALUE - 8) {
      throw set.file().bytes().malformed("A chunk of " + set.name() + " is larger than 2 GiB.");
    }
    return (int) bytes;
  }

  private static void check(DataSet set, String what, long bytes) throws MalformedFileException {
    long size = set.file().end();
    if (bytes > SMALL && bytes / LARGEST_RATIO > size) {
      throw set.file()
          .bytes()
          .malformed(
              String.format(
                  Locale.ROOT,
                  "%s would take %d bytes in memory, but the file has only %d: more than %d times "
                      + "that is not read; write the data without compression.",
                  what,
                  bytes,
                  size,
                  LARGEST_RATIO));
    }
  }
}
