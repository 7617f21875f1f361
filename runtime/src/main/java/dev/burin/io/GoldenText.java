package dev.burin.io;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.safetensors.Narrowing;
import dev.burin.safetensors.TensorType;
import dev.burin.safetensors.Widening;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Golden rows as metadata of a file. They are no tensors, so that other tools find the weights of a
 * network in the file and nothing else.
 */
final class GoldenText {

  static final String VERSION = "burin.golden";
  static final String ROWS = "burin.golden.rows";
  static final String TYPE = "burin.golden.dtype";
  static final String INPUTS = "burin.golden.inputs";
  static final String OUTPUTS = "burin.golden.outputs";
  static final String TOLERANCE = "burin.golden.tolerance";

  private static final String CURRENT = "1";

  /** Less than half of what a header may hold beside tensors. */
  static final int MOST_BYTES = 384 << 10;

  private GoldenText() {}

  /**
   * The entries that keep golden rows.
   *
   * @throws IllegalArgumentException if they are too long
   */
  static Map<String, String> entries(GoldenRows golden, Precision precision) {
    TensorType type = TensorType.of(precision);
    Map<String, String> entries = new TreeMap<>();
    entries.put(VERSION, CURRENT);
    entries.put(ROWS, "" + golden.rows());
    entries.put(TYPE, type.name());
    entries.put(INPUTS, text(golden.inputs(), type));
    entries.put(OUTPUTS, text(golden.outputs(), type));
    golden.tolerance().ifPresent(tolerance -> entries.put(TOLERANCE, "" + tolerance));
    int bytes = entries.values().stream().mapToInt(String::length).sum();
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          golden.rows()
              + " golden rows take "
              + bytes
              + " bytes in the file, but at most "
              + MOST_BYTES
              + " are kept there; give fewer.");
    }
    return entries;
  }

  private static String text(double[] values, TensorType type) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      Narrowing.write(type, value, bytes);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The golden rows among the metadata of a file, or null if there are none. */
  static @Nullable GoldenRows parse(String file, Map<String, String> metadata)
      throws MalformedFileException {
    String version = metadata.get(VERSION);
    if (version == null) {
      return null;
    }
    if (!version.equals(CURRENT)) {
      throw new MalformedFileException(
          file,
          VERSION + " is \"" + Names.shown(version) + "\"",
          "\"" + CURRENT + "\", or a newer release of this library to read it");
    }
    try {
      TensorType type = TensorType.valueOf(value(metadata, TYPE));
      if (type != TensorType.F32 && type != TensorType.F64) {
        throw new IllegalArgumentException(TYPE + " is " + type);
      }
      int rows = Integer.parseInt(value(metadata, ROWS));
      double[] inputs = numbers(value(metadata, INPUTS), type);
      double[] outputs = numbers(value(metadata, OUTPUTS), type);
      String tolerance = metadata.get(TOLERANCE);
      OptionalDouble within =
          tolerance == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(tolerance));
      return new GoldenRows(rows, inputs, outputs, within);
    } catch (IllegalArgumentException e) {
      MalformedFileException refused =
          new MalformedFileException(
              file,
              "the golden rows cannot be read ("
                  + Names.shown(String.valueOf(e.getMessage()))
                  + ")",
              "whole rows of F32 or F64, little-endian, in Base64");
      refused.initCause(e);
      throw refused;
    }
  }

  private static String value(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return value;
  }

  private static double[] numbers(String text, TensorType type) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % type.bytes() != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no whole numbers");
    }
    double[] numbers = new double[bytes.length / type.bytes()];
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Widening.read(type, from, numbers, numbers.length);
    return numbers;
  }
}
