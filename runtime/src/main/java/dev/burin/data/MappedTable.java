package dev.burin.data;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A table of a file that is not read into memory: its rows are copied from where the operating
 * system maps it, so that a training on 10 GB takes no 10 GB of heap. Elements are little-endian
 * and row-major, as {@code array.astype('<f4').tofile(..)} of NumPy writes them; {@code Npy.map}
 * maps {@code .npy} files.
 *
 * <p>A file larger than memory is best read in {@code Order.blocks}, which goes from block to
 * block. The file must not be changed or cut short while it is mapped: a row that is not there any
 * more ends in an {@link InternalError}. It is let go of some time after the last use of the table.
 */
public final class MappedTable implements Table {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String file;
  private final MemorySegment segment;
  private final MappedType type;
  private final int rows;

  /** The elements from one row to the next, of which a table of some columns has a part. */
  private final int stride;

  private final int first;
  private final int columns;
  private final int divisor;
  private final Quotients quotients;

  /** A row of bytes on its way into numbers. */
  private final ThreadLocal<byte[]> staged;

  private MappedTable(
      String file,
      MemorySegment segment,
      MappedType type,
      int rows,
      int stride,
      int first,
      int columns,
      int divisor) {
    this.file = file;
    this.segment = segment;
    this.type = type;
    this.rows = rows;
    this.stride = stride;
    this.first = first;
    this.columns = columns;
    this.divisor = divisor;
    this.quotients = new Quotients(divisor);
    this.staged = ThreadLocal.withInitial(() -> new byte[columns]);
  }

  /**
   * The table of a file that holds nothing else.
   *
   * @param columns the elements of a row, 1 or more
   * @throws MalformedFileException if the file does not hold whole rows, or more than an int counts
   * @throws IllegalArgumentException if columns is below 1
   * @throws IOException if the file cannot be read
   */
  public static MappedTable of(Path file, MappedType type, int columns) throws IOException {
    Checks.given(type, "type of the elements");
    Checks.sides(0, columns);
    return of(file, type, 0, Mapping.rows(file, type, columns), columns);
  }

  /**
   * The table of a part of a file.
   *
   * @param at the byte with which the first row begins
   * @param rows 0 or more
   * @param columns 1 or more
   * @throws MalformedFileException if the file ends before the table does
   * @throws IllegalArgumentException if rows or columns are out of range
   * @throws IOException if the file cannot be read
   */
  public static MappedTable of(Path file, MappedType type, long at, int rows, int columns)
      throws IOException {
    Checks.given(type, "type of the elements");
    Checks.sides(rows, columns);
    MemorySegment segment = Mapping.of(file, type, at, rows, columns);
    return new MappedTable(file.toString(), segment, type, rows, columns, 0, columns, 1);
  }

  /**
   * Some columns of this table, over the same file: a file whose rows hold features and targets is
   * two tables.
   *
   * @param from the first column
   * @param to the column after the last
   * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= columns()}
   */
  public MappedTable columns(int from, int to) {
    if (from < 0 || from >= to || to > columns) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "There are %d columns, so %d to %d (exclusive) are none of them.",
              columns,
              from,
              to));
    }
    return new MappedTable(file, segment, type, rows, stride, first + from, to - from, divisor);
  }

  /**
   * The same bytes over a divisor, as a {@link ByteTable} has them.
   *
   * @param other 1 to 16777216, such as 255 for pixels
   * @throws IllegalStateException if the elements are no bytes
   * @throws IllegalArgumentException if the divisor is out of range
   */
  public MappedTable over(int other) {
    if (type != MappedType.UNSIGNED_BYTE) {
      throw new IllegalStateException(
          "The elements are " + type + ", and only bytes have a divisor; use a Scaling.");
    }
    ByteTable.checkDivisor(other);
    return new MappedTable(file, segment, type, rows, stride, first, columns, other);
  }

  /** What the elements are. */
  public MappedType type() {
    return type;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** The byte of an element; rows and columns have been checked. */
  private long place(int row, int column) {
    return ((long) row * stride + first + column) * type.bytes();
  }

  @Override
  public double value(int row, int column) {
    Checks.place(row, column, rows, columns);
    long at = place(row, column);
    return switch (type) {
      case FLOAT -> segment.get(FLOAT, at);
      case DOUBLE -> segment.get(DOUBLE, at);
      case UNSIGNED_BYTE -> quotients.of(segment.get(ValueLayout.JAVA_BYTE, at));
    };
  }

  @Override
  public void copyRow(int row, float[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    long from = place(row, 0);
    switch (type) {
      case FLOAT -> MemorySegment.copy(segment, FLOAT, from, to, at, columns);
      case DOUBLE -> {
        for (int j = 0; j < columns; j++) {
          to[at + j] = (float) segment.get(DOUBLE, from + 8L * j);
        }
      }
      case UNSIGNED_BYTE -> quotients.copy(stage(from), 0, to, at, columns);
    }
  }

  @Override
  public void copyRow(int row, double[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    long from = place(row, 0);
    switch (type) {
      case FLOAT -> {
        for (int j = 0; j < columns; j++) {
          to[at + j] = segment.get(FLOAT, from + 4L * j);
        }
      }
      case DOUBLE -> MemorySegment.copy(segment, DOUBLE, from, to, at, columns);
      case UNSIGNED_BYTE -> quotients.copy(stage(from), 0, to, at, columns);
    }
  }

  private byte[] stage(long from) {
    byte[] bytes = staged.get();
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, from, bytes, 0, columns);
    return bytes;
  }

  /** A table in memory with these rows. */
  @Override
  public Table select(int[] order) {
    Checks.given(order, "array of row numbers");
    Checks.rows(order, 0, order.length, rows);
    int elements = Checks.elements(order.length, columns);
    return switch (type) {
      case FLOAT -> {
        float[] selected = new float[elements];
        for (int i = 0; i < order.length; i++) {
          copyRow(order[i], selected, i * columns);
        }
        yield new FloatTable(order.length, columns, selected);
      }
      case DOUBLE -> {
        double[] selected = new double[elements];
        for (int i = 0; i < order.length; i++) {
          copyRow(order[i], selected, i * columns);
        }
        yield new DoubleTable(order.length, columns, selected);
      }
      case UNSIGNED_BYTE -> {
        byte[] selected = new byte[elements];
        for (int i = 0; i < order.length; i++) {
          System.arraycopy(stage(place(order[i], 0)), 0, selected, i * columns, columns);
        }
        yield new ByteTable(order.length, columns, selected, divisor);
      }
    };
  }

  /** The shape and the file, in one line. */
  @Override
  public String toString() {
    String bytes = type == MappedType.UNSIGNED_BYTE ? " / " + divisor : "";
    return "MappedTable[" + rows + " x " + columns + bytes + " of " + file + "]";
  }
}
