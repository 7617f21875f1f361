package dev.burin.data.npy;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.data.Table;
import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An array as NumPy has it, its elements row-major whatever the order in the file; immutable. */
public final class NpyArray {

  private final NpyType type;
  private final List<Integer> shape;
  private final byte[] bytes;
  private final ByteBuffer elements;
  private final int size;

  private NpyArray(NpyType type, List<Integer> shape, byte[] bytes) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.bytes = bytes;
    this.elements = littleEndian(bytes);
    this.size = bytes.length / type.bytes();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The array of a file, whose bytes are handed over. */
  static NpyArray of(String file, NpyHeader header, byte[] data) throws MalformedFileException {
    byte[] rows = header.columns() && header.shape().size() > 1 ? rows(header, data) : data;
    int width = header.type().bytes();
    if (header.order().equals(ByteOrder.BIG_ENDIAN)) {
      for (int i = 0; i < rows.length; i += width) {
        for (int b = 0; b < width / 2; b++) {
          byte low = rows[i + b];
          rows[i + b] = rows[i + width - 1 - b];
          rows[i + width - 1 - b] = low;
        }
      }
    }
    for (int i = 0; header.type() == NpyType.B1 && i < rows.length; i++) {
      if (rows[i] != 0 && rows[i] != 1) {
        throw new MalformedFileException(
            file, "element " + i + " is the byte " + rows[i], "0 or 1, false or true");
      }
    }
    return new NpyArray(header.type(), header.shape(), rows);
  }

  /** Elements that lie with the first index fastest, with the last index fastest. */
  private static byte[] rows(NpyHeader header, byte[] data) {
    int width = header.type().bytes();
    List<Integer> shape = header.shape();
    byte[] rows = new byte[data.length];
    int[] index = new int[shape.size()];
    for (int to = 0; to < data.length; to += width) {
      int from = 0;
      for (int d = shape.size() - 1; d >= 0; d--) {
        from = from * shape.get(d) + index[d];
      }
      System.arraycopy(data, from * width, rows, to, width);
      for (int d = shape.size() - 1; d >= 0 && ++index[d] == shape.get(d); d--) {
        index[d] = 0;
      }
    }
    return rows;
  }

  /**
   * An array of these floats, which are copied.
   *
   * @param shape the lengths, the slowest first
   * @throws IllegalArgumentException if they do not multiply to the number of values
   */
  public static NpyArray of(float[] values, int... shape) {
    byte[] bytes = room(NpyType.F4, values.length, shape);
    littleEndian(bytes).asFloatBuffer().put(values);
    return new NpyArray(NpyType.F4, boxed(shape), bytes);
  }

  /** {@link #of(float[], int...)} of doubles. */
  public static NpyArray of(double[] values, int... shape) {
    byte[] bytes = room(NpyType.F8, values.length, shape);
    littleEndian(bytes).asDoubleBuffer().put(values);
    return new NpyArray(NpyType.F8, boxed(shape), bytes);
  }

  /** {@link #of(float[], int...)} of ints. */
  public static NpyArray of(int[] values, int... shape) {
    byte[] bytes = room(NpyType.I4, values.length, shape);
    littleEndian(bytes).asIntBuffer().put(values);
    return new NpyArray(NpyType.I4, boxed(shape), bytes);
  }

  /** {@link #of(float[], int...)} of bytes from 0 to 255, such as pixels. */
  public static NpyArray ofUnsigned(byte[] values, int... shape) {
    byte[] bytes = room(NpyType.U1, values.length, shape);
    System.arraycopy(values, 0, bytes, 0, values.length);
    return new NpyArray(NpyType.U1, boxed(shape), bytes);
  }

  private static List<Integer> boxed(int[] shape) {
    return IntStream.of(shape).boxed().toList();
  }

  private static byte[] room(NpyType type, int values, int[] shape) {
    long product = 1;
    for (int length : shape) {
      product = length < 0 || product > Integer.MAX_VALUE ? -1 : product * length;
    }
    if (product != values || (long) values * type.bytes() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d values, but the shape is %s; its lengths must multiply to their number,"
                  + " in at most 2 GiB.",
              values,
              Arrays.toString(shape)));
    }
    return new byte[values * type.bytes()];
  }

  /** The element type. */
  public NpyType type() {
    return type;
  }

  /** The lengths, the slowest first; none of a single number. */
  public List<Integer> shape() {
    return shape;
  }

  /** The number of elements. */
  public int size() {
    return size;
  }

  /** The elements, little-endian and row-major. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Element i, row-major; whole numbers beyond 2^53 are rounded.
   *
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double value(int i) {
    return switch (type) {
      case F2 -> Float.float16ToFloat(elements.getShort(2 * i));
      case F4 -> elements.getFloat(4 * i);
      case F8 -> elements.getDouble(8 * i);
      case I1 -> elements.get(i);
      case I2 -> elements.getShort(2 * i);
      case I4 -> elements.getInt(4 * i);
      case I8 -> elements.getLong(8 * i);
      case U1, B1 -> elements.get(i) & 255;
      case U2 -> Short.toUnsignedInt(elements.getShort(2 * i));
      case U4 -> Integer.toUnsignedLong(elements.getInt(4 * i));
      case U8 -> {
        long bits = elements.getLong(8 * i);
        // Halved with its last bit kept, so that it is rounded once.
        yield bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
      }
    };
  }

  /** All elements, row-major, in a new array. */
  public double[] toDoubles() {
    return IntStream.range(0, size).mapToDouble(this::value).toArray();
  }

  /** All elements, row-major, rounded to float, in a new array. */
  public float[] toFloats() {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) value(i);
    }
    return floats;
  }

  /**
   * Row by row what lies under each first index, without a loss.
   *
   * @return floats for halves and floats, pixels of divisor 1 for unsigned bytes, else doubles
   * @throws IllegalStateException if the array is a single number or has rows of no element
   */
  public Table table() {
    int rows = shape.isEmpty() ? 0 : shape.getFirst();
    int columns = shape.stream().skip(1).reduce(1, (a, b) -> a * b);
    if (shape.isEmpty() || columns == 0) {
      throw new IllegalStateException(
          "An array of shape " + NpyHeader.shape(shape) + " has no rows of numbers.");
    }
    return switch (type) {
      case U1 -> new ByteTable(rows, columns, bytes.clone(), 1);
      case F2, F4 -> new FloatTable(rows, columns, toFloats());
      case F8, I1, I2, I4, I8, U2, U4, U8, B1 -> new DoubleTable(rows, columns, toDoubles());
    };
  }

  /**
   * The elements as classes.
   *
   * @throws IllegalArgumentException if one is no whole number from 0 to 2^31 - 1
   */
  public Labels labels() {
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (int) value(i);
      if (labels[i] != value(i) || labels[i] < 0) {
        throw new IllegalArgumentException(
            "Element " + i + " is " + value(i) + ", no class; expected whole numbers from 0.");
      }
    }
    return Labels.of(labels);
  }

  /** Type and shape, in one line. */
  @Override
  public String toString() {
    return type.descr() + " " + NpyHeader.shape(shape);
  }
}
