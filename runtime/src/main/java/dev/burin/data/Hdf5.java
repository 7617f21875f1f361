package dev.burin.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads arrays from HDF5 files, through the library jHDF.
 *
 * <p>jHDF is an optional dependency: an application that reads HDF5 adds {@code
 * io.jhdf:jhdf:0.13.0} to its own. Everything else works without it.
 *
 * <p>Nothing is followed out of the file: links, virtual data sets and data in other files are
 * refused.
 */
public final class Hdf5 {

  private Hdf5() {}

  /**
   * The data set of unsigned bytes, such as pictures, with one sample for each step along its first
   * dimension: {@code [n][h][w][c]} becomes {@code [n][h * w * c]}.
   *
   * @param name the path of the data set in the file, such as {@code train_set_x}
   * @param divisor what each byte is divided by, as in {@link ByteTable}
   * @throws MalformedDataException if the file is not HDF5, does not hold such a data set, holds it
   *     in another file, or holds something else than unsigned bytes
   * @throws IOException if the file cannot be read, or jHDF is absent
   * @throws IllegalArgumentException if the divisor is out of range
   */
  public static ByteTable bytes(Path file, String name, int divisor) throws IOException {
    return read(file, name).bytes(divisor);
  }

  /**
   * The data set of whole numbers of one dimension as labels.
   *
   * @param name the path of the data set in the file, such as {@code train_set_y}
   * @throws MalformedDataException if the file is not HDF5, does not hold such a data set, holds it
   *     in another file, or holds something else than whole numbers from 0 to 2147483647
   * @throws IOException if the file cannot be read, or jHDF is absent
   */
  public static Labels labels(Path file, String name) throws IOException {
    return read(file, name).labels();
  }

  private static JhdfArray read(Path file, String name) throws IOException {
    try {
      return JhdfArray.read(file, name);
    } catch (NoClassDefFoundError e) {
      // Loading fails at the first class that is missing: one of jHDF, or of what it needs itself.
      throw new IOException(
          file
              + ": Reading HDF5 needs the library jHDF, but the class path has no "
              + String.valueOf(e.getMessage()).replace('/', '.')
              + "; add io.jhdf:jhdf:0.13.0, with its own dependencies, to the application's.",
          e);
    }
  }
}
