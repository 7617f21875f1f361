package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import dev.burin.network.RawInputs;
import dev.burin.sample.json.JsonReader;
import dev.burin.shape.NetworkShape;
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

  /** What a number of an answer takes while it is written as JSON, at most. */
  private static final int WRITTEN_BYTES = 16;

  private final int width;
  private final int most;
  private float[] x = {};
  private int count;

  /**
   * Room for samples.
   *
   * @param most how many, at most
   */
  Rows(int width, int most) {
    this.width = width;
    this.most = most;
  }

  /**
   * The most rows of a request: neither they nor their answer may take more memory than the bytes
   * of a body may, though a number of JSON can be as short as two of them.
   */
  static int most(NetworkShape shape, long bytes) {
    long read = bytes / ((long) Float.BYTES * shape.inputs());
    long written = bytes / ((long) WRITTEN_BYTES * shape.outputs());
    return Math.clamp(Math.min(read, written), 1, Integer.MAX_VALUE / shape.inputs());
  }

  /** Samples from little-endian floats. */
  static Rows of(byte[] bytes, int from, int length, int width, int most) {
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
    Rows rows = new Rows(width, most);
    if (length / row > most) {
      throw rows.tooMany();
    }
    FloatBuffer floats =
        ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    rows.count = floats.remaining();
    rows.x = new float[rows.count];
    floats.get(rows.x);
    return rows.finite();
  }

  /** Samples from bytes that hold as many numbers of another type as whole rows have. */
  static Rows of(
      InputType type, FloatNetwork network, byte[] bytes, int from, int length, int most) {
    Rows rows = new Rows(network.shape().inputs(), most);
    if (length / type.bytes() / rows.width > most) {
      throw rows.tooMany();
    }
    if (type == InputType.UNSIGNED_BYTE && network.inputScaling() == null) {
      throw new RequestException(
          422, "No scaling was saved with the weights, so that bytes mean nothing; send FP32.");
    }
    RawInputs raw = new RawInputs(length);
    raw.take(bytes, from, length);
    rows.count = length / type.bytes();
    rows.x = new float[rows.count];
    raw.decode(type, network, rows.count, rows.x, 0);
    return rows.finite();
  }

  private Rows finite() {
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(x[i])) {
        throw notFinite(i / width, i % width, Float.toString(x[i]));
      }
    }
    return this;
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

  /** Adds a row of inputs, {@code [width]}. */
  void add(float[] row) {
    if (row.length != width) {
      throw new RequestException(
          422,
          "The records of these weights have "
              + row.length
              + " inputs, but the network has "
              + width
              + "; save the weights with their own encoding.");
    }
    reserve(width);
    System.arraycopy(row, 0, x, count, width);
    count += width;
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
    reserve(1);
    x[count++] = value;
  }

  private void reserve(int numbers) {
    if ((long) count + numbers > (long) most * width) {
      throw tooMany();
    }
    if (count + numbers > x.length) {
      x = Arrays.copyOf(x, (int) Math.min(Math.max(width, 2L * x.length), (long) most * width));
    }
  }

  private RequestException tooMany() {
    return new RequestException(
        413, "There are more than " + most + " rows; send that many or fewer in a request.");
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
