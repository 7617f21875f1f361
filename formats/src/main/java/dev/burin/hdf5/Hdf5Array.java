package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** An array of numbers of an open {@link Hdf5File}, whose elements are read on request. */
public final class Hdf5Array {

  private final DataSet set;

  Hdf5Array(DataSet set) {
    this.set = set;
  }

  /** The path in the file, fit for a message. */
  public String path() {
    return set.name();
  }

  /** The lengths, the slowest first; none of a single number. */
  public List<Long> shape() {
    return Arrays.stream(set.space().dimensions()).boxed().toList();
  }

  /** NumPy's name of the element type, such as {@code float32}. */
  public String type() {
    return set.type().toString();
  }

  /**
   * The elements, row-major, none of them rounded, in a new array.
   *
   * @throws MalformedFileException if they are not stored in a form that is read, are more than
   *     memory should be taken for, or one is whole and beyond 2^53
   * @throws IOException if the file cannot be read
   */
  public double[] doubles() throws IOException {
    double[] values = new double[Memory.elements(set, Double.BYTES)];
    set.read(values.length, new DoubleTarget(set, values));
    return values;
  }
}
