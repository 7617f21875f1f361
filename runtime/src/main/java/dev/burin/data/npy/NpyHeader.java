package dev.burin.data.npy;

import dev.burin.data.MappedTable;
import dev.burin.data.MappedType;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the elements of an array.
 *
 * @param type the element type
 * @param order the order of the bytes of an element
 * @param columns whether the first index runs fastest
 * @param shape the lengths, the slowest first; none of a single number
 */
record NpyHeader(NpyType type, ByteOrder order, boolean columns, List<Integer> shape) {

  /** Copies the list. */
  NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Checks what a header says against the bytes that follow it.
   *
   * @param lengths the lengths as they were written
   * @param data how many bytes follow
   * @param most the most of them that may be asked for
   */
  static NpyHeader of(
      String file, String descr, boolean columns, List<Long> lengths, long data, long most)
      throws MalformedFileException {
    NpyType type = descr.length() == 3 ? NpyType.of(descr.substring(1)) : null;
    if (type == null || "<>|=".indexOf(descr.charAt(0)) < 0) {
      throw new MalformedFileException(
          file,
          "the elements are of type '" + shown(descr) + "'",
          "f2, f4, f8, i1 to i8, u1 to u8 or b1" + advice(descr));
    }
    if (type.bytes() > 1 && descr.charAt(0) != '<' && descr.charAt(0) != '>') {
      throw new MalformedFileException(
          file, "the byte order of '" + shown(descr) + "' is that of its machine", "'<' or '>'");
    }
    long size = type.bytes();
    for (long length : lengths) {
      if (length > Integer.MAX_VALUE || (size > 0 && length > Long.MAX_VALUE / size)) {
        throw tooLarge(file, lengths);
      }
      size *= length;
    }
    if (size > most) {
      throw tooLarge(file, lengths);
    }
    if (size != data) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "%d bytes follow the header", data),
          String.format(Locale.ROOT, "%d for %s of shape %s", size, type.descr(), shape(lengths)));
    }
    ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(type, order, columns, lengths.stream().map(Math::toIntExact).toList());
  }

  /** The table of the elements, which begin at a byte of a file. */
  MappedTable map(Path file, long at) throws IOException {
    boolean swapped = type.bytes() > 1 && order.equals(ByteOrder.BIG_ENDIAN);
    long width = shape.stream().skip(1).mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    boolean rowMajor = !columns || shape.size() < 2;
    @Nullable MappedType mapped =
        switch (type) {
          case F4 -> MappedType.FLOAT;
          case F8 -> MappedType.DOUBLE;
          case U1 -> MappedType.UNSIGNED_BYTE;
          case F2, I1, I2, I4, I8, U2, U4, U8, B1 -> null;
        };
    if (mapped == null || swapped || !rowMajor) {
      throw new MalformedFileException(
          file,
          "the elements are "
              + type.descr().substring(1)
              + (swapped ? ", big-endian" : "")
              + (rowMajor ? "" : ", column-major"),
          "f4, f8 or u1, little-endian and row-major, to be mapped; Npy.read takes others into"
              + " memory");
    }
    if (shape.isEmpty() || width < 1 || width > Integer.MAX_VALUE) {
      throw new MalformedFileException(
          file, "the shape is " + shape(shape), "rows of 1 to " + Integer.MAX_VALUE + " numbers");
    }
    return MappedTable.of(file, mapped, at, shape.getFirst(), (int) width);
  }

  private static MalformedFileException tooLarge(String file, List<Long> lengths) {
    return new MalformedFileException(
        file, "the shape is " + shape(lengths), "at most 2 GiB in one array; Npy.map maps more");
  }

  static String shape(List<? extends Number> lengths) {
    String inner = lengths.stream().map(Number::toString).collect(Collectors.joining(", "));
    return "(" + inner + (lengths.size() == 1 ? ",)" : ")");
  }

  private static String advice(String descr) {
    return descr.contains("O")
        ? "; an array of objects is a pickle, which could run code: save numbers"
        : "; convert it with astype before it is saved";
  }

  /** Short, and in ASCII. */
  static String shown(String text) {
    String ascii = text.replaceAll("[^ -~]", "?");
    return ascii.length() > 40 ? ascii.substring(0, 40) + "..." : ascii;
  }
}
