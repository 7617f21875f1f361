package dev.burin.safetensors;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the header of a safetensors file says, checked against everything that the format demands of
 * any file, whatever it is for.
 *
 * @param metadata the strings under {@code __metadata__}
 * @param tensors the tensors by name; together they cover the data exactly
 */
public record Header(Map<String, String> metadata, Map<String, Tensor> tensors) {

  public static final String METADATA = "__metadata__";

  /** Instead of the number of bytes after the header, where nobody knows it yet. */
  public static final long UNKNOWN = -1;

  private static final int MOST_DIMENSIONS = 32;

  /**
   * Reads a header.
   *
   * @param bytes the header without its length
   * @param data how many bytes follow it, or {@link #UNKNOWN}
   */
  public static Header parse(String file, byte[] bytes, long data) throws MalformedFileException {
    if (bytes.length == 0 || bytes[0] != '{') {
      throw new MalformedFileException(
          file, "the header does not start with '{'", "a safetensors file");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, "the header is not valid UTF-8", "a JSON text");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (var member : new JsonParser(file, text).parse().members().entrySet()) {
      Map<String, JsonValue> fields =
          members(file, "the entry \"" + Names.shown(member.getKey()) + "\"", member.getValue());
      if (member.getKey().equals(METADATA)) {
        for (var field : fields.entrySet()) {
          String where = "the metadata \"" + Names.shown(field.getKey()) + "\"";
          metadata.put(field.getKey(), text(file, where, field.getValue()));
        }
      } else {
        tensors.put(member.getKey(), tensor(file, member.getKey(), fields, data));
      }
    }
    cover(file, tensors, data);
    return new Header(metadata, tensors);
  }

  private static Tensor tensor(String file, String name, Map<String, JsonValue> fields, long data)
      throws MalformedFileException {
    String where = "tensor \"" + Names.shown(name) + "\"";
    JsonValue dtype = fields.get("dtype");
    JsonValue lengths = fields.get("shape");
    JsonValue range = fields.get("data_offsets");
    if (fields.size() != 3 || dtype == null || lengths == null || range == null) {
      throw new MalformedFileException(
          file, where + " has other fields", "dtype, shape and data_offsets");
    }
    TensorType type = type(file, where, dtype);
    List<Long> shape = numbers(file, where + " in shape", lengths);
    List<Long> offsets = numbers(file, where + " in data_offsets", range);
    if (offsets.size() != 2) {
      throw new MalformedFileException(
          file, where + " has data_offsets " + offsets, "two numbers, begin and end");
    }
    long begin = offsets.get(0);
    long end = offsets.get(1);
    if (begin > end || (data != UNKNOWN && end > data)) {
      throw new MalformedFileException(
          file,
          where + " has data_offsets " + offsets,
          "begin <= end <= " + data + ", the bytes after the header");
    }
    long size = size(file, where, type, shape);
    if (end - begin != size) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "%s takes %d bytes", where, end - begin),
          String.format(Locale.ROOT, "%d for %s of shape %s", size, type, shape));
    }
    return new Tensor(name, type, shape, begin, end);
  }

  private static TensorType type(String file, String where, JsonValue dtype)
      throws MalformedFileException {
    String name = text(file, where + " in dtype", dtype);
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new MalformedFileException(
        file, where + " has the unknown dtype \"" + Names.shown(name) + "\"", "F32 or F64");
  }

  private static long size(String file, String where, TensorType type, List<Long> shape)
      throws MalformedFileException {
    long size = type.bytes();
    try {
      for (long length : shape) {
        size = Math.multiplyExact(size, length);
      }
      return size;
    } catch (ArithmeticException e) {
      throw new MalformedFileException(
          file, where + " has the shape " + shape, "at most " + Long.MAX_VALUE + " bytes");
    }
  }

  /** Checks that the tensors lie one behind the other, from the first byte to the last. */
  private static void cover(String file, Map<String, Tensor> tensors, long data)
      throws MalformedFileException {
    List<Tensor> sorted = new ArrayList<>(tensors.values());
    sorted.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
    long covered = 0;
    for (Tensor tensor : sorted) {
      if (tensor.begin() != covered) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT,
                "tensor \"%s\" begins at byte %d of the data",
                Names.shown(tensor.name()),
                tensor.begin()),
            "byte " + covered + ", as tensors neither overlap nor leave holes");
      }
      covered = tensor.end();
    }
    if (data != UNKNOWN && covered != data) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "%d bytes follow the last tensor", data - covered),
          "the file to end there");
    }
  }

  private static Map<String, JsonValue> members(String file, String where, JsonValue value)
      throws MalformedFileException {
    if (value instanceof JsonValue.Members members) {
      return members.members();
    }
    throw new MalformedFileException(file, where + " is " + value.kind(), "an object");
  }

  private static String text(String file, String where, JsonValue value)
      throws MalformedFileException {
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    throw new MalformedFileException(file, where + " is " + value.kind(), "a string");
  }

  private static List<Long> numbers(String file, String where, JsonValue value)
      throws MalformedFileException {
    if (!(value instanceof JsonValue.Items items)) {
      throw new MalformedFileException(file, where + " is " + value.kind(), "an array");
    }
    if (items.items().size() > MOST_DIMENSIONS) {
      throw new MalformedFileException(
          file, where + " is " + value.kind(), "at most " + MOST_DIMENSIONS + " numbers");
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonValue item : items.items()) {
      if (!(item instanceof JsonValue.Whole whole)) {
        throw new MalformedFileException(
            file, where + " holds " + item.kind(), "whole numbers from 0");
      }
      numbers.add(whole.number());
    }
    return numbers;
  }
}
