package dev.burin.data.idx;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The elements of an IDX file of any type, row-major; immutable. */
public final class IdxArray {

  private final IdxType type;
  private final List<Integer> shape;
  private final ByteBuffer elements;
  private final int size;

  /** An array over big-endian bytes, of which the reader has checked the length. */
  IdxArray(IdxType type, List<Integer> shape, byte[] bytes) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.elements = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    this.size = bytes.length / type.bytes();
  }

  /** The element type. */
  public IdxType type() {
    return type;
  }

  /** The lengths, the slowest first, 1 or more of them. */
  public List<Integer> shape() {
    return shape;
  }

  /** The number of elements. */
  public int size() {
    return size;
  }

  /**
   * Element i, row-major; a double holds each exactly.
   *
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double value(int i) {
    Objects.checkIndex(i, size);
    return switch (type) {
      case UNSIGNED_BYTE -> elements.get(i) & 255;
      case BYTE -> elements.get(i);
      case SHORT -> elements.getShort(2 * i);
      case INT -> elements.getInt(4 * i);
      case FLOAT -> elements.getFloat(4 * i);
      case DOUBLE -> elements.getDouble(8 * i);
    };
  }

  /**
   * Row by row what lies under each first index, without a loss.
   *
   * @return floats for floats, bytes of divisor 1 for unsigned bytes, else doubles
   * @throws IllegalStateException if rows have no element
   */
  public Table table() {
    int rows = shape.getFirst();
    int columns = shape.stream().skip(1).reduce(1, (a, b) -> a * b);
    if (columns == 0) {
      throw new IllegalStateException(this + " has rows of no element.");
    }
    return switch (type) {
      case UNSIGNED_BYTE -> new ByteTable(rows, columns, elements.array().clone(), 1);
      case FLOAT -> {
        float[] floats = new float[size];
        elements.asFloatBuffer().get(floats);
        yield new FloatTable(rows, columns, floats);
      }
      case BYTE, SHORT, INT, DOUBLE ->
          new DoubleTable(
              rows, columns, IntStream.range(0, size).mapToDouble(this::value).toArray());
    };
  }

  /** Type and shape, in one line. */
  @Override
  public String toString() {
    return "IdxArray["
        + type
        + " "
        + shape.stream().map(String::valueOf).collect(Collectors.joining(" x "))
        + "]";
  }
}
