package dev.burin.sample.serve;

import dev.burin.sample.json.JsonReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The samples of a request, {@code [n][width]}, as they are read. Every refusal names the row and
 * the column, both counted from 0.
 */
final class Rows {

  private final int width;
  private float[] x;
  private int count;

  Rows(int width) {
    this.width = width;
    this.x = new float[width];
  }

  /** Samples from little-endian floats. */
  static Rows of(byte[] bytes, int from, int length, int width) {
    long row = (long) Float.BYTES * width;
    if (length == 0 || length % row != 0) {
      throw RequestException.malformed(
          String.format(
              Locale.ROOT,
              "There are %d bytes of samples, but a row of %d floats has %d, and at least one row"
                  + " is needed.",
              length,
              width,
              row));
    }
    Rows rows = new Rows(width);
    FloatBuffer floats =
        ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    rows.count = floats.remaining();
    rows.x = new float[rows.count];
    floats.get(rows.x);
    for (int i = 0; i < rows.count; i++) {
      if (!Float.isFinite(rows.x[i])) {
        throw notFinite(i / width, i % width, Float.toString(rows.x[i]));
      }
    }
    return rows;
  }

  /**
   * Reads an array: of numbers, all in one row or row after row, or of rows.
   *
   * @return whether it was an array of rows
   */
  boolean read(JsonReader json) {
    boolean[] nested = {false};
    json.array(
        () -> {
          boolean row = json.isArray();
          if (row != nested[0] && count > 0) {
            throw RequestException.malformed(
                "Row "
                    + count / width
                    + (row ? " is" : " is not")
                    + " an array, unlike those before.");
          }
          nested[0] = row;
          if (row) {
            row(json);
          } else {
            number(json, count / width, count % width);
          }
        });
    return nested[0];
  }

  private void row(JsonReader json) {
    int start = count;
    int row = start / width;
    json.array(
        () -> {
          if (count - start == width) {
            throw RequestException.malformed(
                String.format(
                    Locale.ROOT,
                    "Row %d has more than %d numbers, not exactly %d.",
                    row,
                    width,
                    width));
          }
          number(json, row, count - start);
        });
    if (count - start < width) {
      throw RequestException.malformed(
          String.format(
              Locale.ROOT, "Row %d has %d numbers, not exactly %d.", row, count - start, width));
    }
  }

  private void number(JsonReader json, int row, int column) {
    float value = json.numberOrNaN();
    if (Float.isNaN(value)) {
      throw RequestException.malformed(
          String.format(
              Locale.ROOT,
              "Row %d, column %d is %s, not a number of JSON.",
              row,
              column,
              json.found()));
    }
    if (!Float.isFinite(value)) {
      throw notFinite(row, column, json.spelled());
    }
    if (count == x.length) {
      x = Arrays.copyOf(x, (int) Math.min(2L * count, Integer.MAX_VALUE - 8));
    }
    x[count++] = value;
  }

  private static RequestException notFinite(int row, int column, String spelled) {
    return RequestException.malformed(
        String.format(
            Locale.ROOT, "Row %d, column %d is %s, not a finite float.", row, column, spelled));
  }

  /** Sees to it that there are whole rows, and at least one. */
  Rows whole() {
    if (count == 0) {
      throw RequestException.malformed(
          "There are no samples; give at least one row of " + width + " numbers.");
    }
    if (count % width != 0) {
      int row = count / width;
      throw RequestException.malformed(
          String.format(
              Locale.ROOT, "Row %d has %d numbers, not exactly %d.", row, count % width, width));
    }
    return this;
  }

  /** The numbers of a row. */
  int width() {
    return width;
  }

  /** How many numbers were read. */
  int numbers() {
    return count;
  }

  /** How many samples there are. */
  int rows() {
    return count / width;
  }

  /** The samples, row-major, in an array that may be longer. */
  float[] x() {
    return x;
  }
}
