package dev.burin.hdf5;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.NumberType.Kind;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads one data set; {@link Hdf5} says what is read and what is refused. */
final class Hdf5Reader {

  private final DataSet set;

  private Hdf5Reader(DataSet set) {
    this.set = set;
  }

  /** What is done with a data set while its file is open. */
  public interface Reading<T> {

    /** Reads the elements. */
    T read(Hdf5Reader set) throws IOException;
  }

  /** Opens a file, finds a data set in it, reads it and closes the file. */
  public static <T> T read(Path file, String name, Reading<T> reading) throws IOException {
    requireRegular(file);
    try (SeekableByteChannel channel = SmallFile.open(file)) {
      return read(file, channel, name, reading);
    }
  }

  /** A folder has no bytes, and a pipe no size. */
  static void requireRegular(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "There is no such HDF5 file.");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "This is not a regular file; an HDF5 file is expected.");
    }
  }

  static <T> T read(Path file, SeekableByteChannel channel, String name, Reading<T> reading)
      throws IOException {
    HdfFile hdf = Superblock.read(new FileBytes(file, channel));
    return reading.read(new Hdf5Reader(DataSets.find(hdf, name)));
  }

  /** Unsigned bytes, one row for each step along the first dimension. */
  public ByteTable bytes(int divisor) throws IOException {
    NumberType type = set.type();
    if (type.size() != 1 || type.kind() != Kind.UNSIGNED) {
      throw refused(
          "holds " + type + ", not unsigned bytes (uint8); read it as floats or doubles.");
    }
    int rows = rows();
    int columns = columns();
    byte[] values = new byte[Memory.elements(set, 1)];
    set.read(values.length, new ByteTarget(values));
    return new ByteTable(rows, columns, values, divisor);
  }

  /** Whole numbers of one dimension. */
  public Labels labels() throws IOException {
    if (!set.type().isWhole()) {
      throw refused("holds " + set.type() + ", but labels are whole numbers.");
    }
    if (set.space().rank() != 1) {
      throw refused(
          "has " + set.space().rank() + " dimensions, " + set.space().text() + ", not 1.");
    }
    int[] values = new int[Memory.elements(set, Integer.BYTES)];
    set.read(values.length, new LabelTarget(set, values));
    return Labels.of(values);
  }

  /** Numbers of any type, one row for each step along the first dimension. */
  public FloatTable floats() throws IOException {
    int rows = rows();
    int columns = columns();
    float[] values = new float[Memory.elements(set, Float.BYTES)];
    set.read(values.length, new FloatTarget(set, values));
    return new FloatTable(rows, columns, values);
  }

  /** Numbers of any type, one row for each step along the first dimension. */
  public DoubleTable doubles() throws IOException {
    int rows = rows();
    int columns = columns();
    double[] values = new double[Memory.elements(set, Double.BYTES)];
    set.read(values.length, new DoubleTarget(set, values));
    return new DoubleTable(rows, columns, values);
  }

  private int rows() throws MalformedFileException {
    if (set.space().rank() == 0) {
      throw refused("is a single number, not an array.");
    }
    return fitting(set.space().dimensions()[0]);
  }

  /** The product of all dimensions but the first. */
  private int columns() throws MalformedFileException {
    long columns = 1;
    for (int i = 1; i < set.space().rank(); i++) {
      columns = fitting(columns * fitting(set.space().dimensions()[i]));
    }
    if (columns == 0) {
      throw refused("is " + set.space().text() + ": a row of it has no numbers.");
    }
    return (int) columns;
  }

  private int fitting(long count) throws MalformedFileException {
    if (count > Integer.MAX_VALUE - 8) {
      throw refused("is " + set.space().text() + ", more than one array can hold.");
    }
    return (int) count;
  }

  private MalformedFileException refused(String what) {
    return set.file().bytes().malformed(set.name() + " " + what);
  }
}
