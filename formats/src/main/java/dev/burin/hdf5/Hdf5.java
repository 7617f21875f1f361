package dev.burin.hdf5;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads arrays of numbers from HDF5 files, as h5py, Keras, MATLAB (7.3) and netCDF 4 write them.
 *
 * <p>Numbers are whole, of 8, 16, 32 or 64 bits with and without a sign, or floating-point of half,
 * single or double precision, in either byte order; an enumeration, such as the booleans of h5py,
 * is read as the whole numbers behind it. They lie in the header, in one piece or in chunks, which
 * may be compressed with gzip and shuffled. What was never written has the fill value of the file.
 *
 * <p>A file is refused if its end is missing, if a checksum does not match, or if a structure
 * reaches past where it may. Nothing is followed out of the file: links, virtual data sets and data
 * in other files are refused. So are other filters, such as szip and lzf. An array that would take
 * more than 16 MiB of memory and more than 100 times the size of the file is refused as well.
 *
 * <p>A data set has a path, such as {@code train_set_x} or {@code cats/train/x}. A slash in front
 * of it, behind it, or two in a row change nothing.
 */
public final class Hdf5 {

  private Hdf5() {}

  /**
   * The data set of unsigned bytes, such as pictures, with one sample for each step along its first
   * dimension: {@code [n][h][w][c]} becomes {@code [n][h * w * c]}.
   *
   * @param name the path of the data set in the file, such as {@code train_set_x}
   * @param divisor what each byte is divided by, as in {@link ByteTable}
   * @throws MalformedFileException if the file is not a whole HDF5 file, or does not hold such a
   *     data set of unsigned bytes in a form that is read
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if the divisor is out of range
   */
  public static ByteTable bytes(Path file, String name, int divisor) throws IOException {
    return read(file, name, set -> set.bytes(divisor));
  }

  /**
   * The data set of whole numbers of one dimension as labels.
   *
   * @param name the path of the data set in the file, such as {@code train_set_y}
   * @throws MalformedFileException if the file is not a whole HDF5 file, does not hold such a data
   *     set of whole numbers in a form that is read, or one of them is not 0 to 2147483647
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static Labels labels(Path file, String name) throws IOException {
    return read(file, name, Hdf5Reader::labels);
  }

  /**
   * The data set of numbers of any type as floats, each the nearest, with one sample for each step
   * along its first dimension: {@code [n][h][w]} becomes {@code [n][h * w]}.
   *
   * @param name the path of the data set in the file, such as {@code train/x}
   * @throws MalformedFileException if the file is not a whole HDF5 file, does not hold such a data
   *     set of numbers in a form that is read, or one of them is finite but too large for a float
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static FloatTable floats(Path file, String name) throws IOException {
    return read(file, name, Hdf5Reader::floats);
  }

  /**
   * The data set of numbers of any type as doubles, none of them rounded, with one sample for each
   * step along its first dimension: {@code [n][h][w]} becomes {@code [n][h * w]}.
   *
   * @param name the path of the data set in the file, such as {@code train/x}
   * @throws MalformedFileException if the file is not a whole HDF5 file, does not hold such a data
   *     set of numbers in a form that is read, or one of them is whole and beyond 2^53
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static DoubleTable doubles(Path file, String name) throws IOException {
    return read(file, name, Hdf5Reader::doubles);
  }

  private static <T> T read(Path file, String name, Hdf5Reader.Reading<T> reading)
      throws IOException {
    Objects.requireNonNull(file, "The path of the HDF5 file is null.");
    Objects.requireNonNull(name, "The name of the data set is null.");
    return Hdf5Reader.read(file, name, reading);
  }
}
