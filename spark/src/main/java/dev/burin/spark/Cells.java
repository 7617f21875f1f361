package dev.burin.spark;

import java.util.Locale;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The checks of the cells of a row, each with the sentence that it fails with. */
final class Cells {

  private Cells() {}

  /** A cell that may not be null. */
  static void given(InternalRow cells, int at, String column, String what, int width) {
    if (cells.isNullAt(at)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" is null, not %s of %d; fill it, or leave such rows out.",
              column,
              what,
              width));
    }
  }

  /** A cell that holds as many numbers as the network has inputs. */
  static void width(int found, String column, int width) {
    if (found != width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" holds %d numbers, but the network has %d inputs.",
              column,
              found,
              width));
    }
  }

  /** The numbers of an array, none of which is null. */
  static double[] doubles(ArrayData values, DataType element, String column) {
    int n = values.numElements();
    for (int k = 0; k < n; k++) {
      if (values.isNullAt(k)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "number %d of column \"%s\" is null; fill it, or leave out this row.",
                k,
                column));
      }
    }
    if (element instanceof DoubleType) {
      return values.toDoubleArray();
    }
    double[] wide = new double[n];
    if (element instanceof FloatType) {
      Widened.copy(values.toFloatArray(), wide, 0);
    } else {
      for (int k = 0; k < n; k++) {
        wide[k] = number(values.get(k, element));
      }
    }
    return wide;
  }

  /** A number, whatever its type. */
  static double number(Object cell) {
    return switch (cell) {
      case Number number -> number.doubleValue();
      case Decimal decimal -> decimal.toJavaBigDecimal().doubleValue();
      default -> throw new IllegalStateException(cell + " is no number.");
    };
  }

  /** A cell as applications have it. */
  static @Nullable Object plain(@Nullable Object cell) {
    return switch (cell) {
      case UTF8String text -> text.toString();
      case Decimal decimal -> decimal.toJavaBigDecimal();
      case null -> null;
      default -> cell;
    };
  }

  /** An answer as rows hold it. */
  static Object held(Object answer) {
    return switch (answer) {
      case String text -> UTF8String.fromString(text);
      case Vector vector -> VectorCells.of(vector);
      case double[] outputs -> UnsafeArrayData.fromPrimitiveArray(outputs);
      default -> answer;
    };
  }

  /** Numbers that are finite. */
  static void put(double[] values, String column, InputRow batch, int at) {
    int wrong = batch.putAll(at, values);
    if (wrong != InputRow.ALL_FINITE) {
      throw refused(column, wrong, values[wrong]);
    }
  }

  /** A number that is finite. */
  static void put(double value, String column, int k, InputRow batch, int at) {
    if (!batch.put(at, value)) {
      throw refused(column, k, value);
    }
  }

  /** What is said of a number that a network does not read. */
  static IllegalArgumentException refused(String column, int k, double value) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "number %d of column \"%s\" is %s%s; only finite numbers have an answer, so mend or"
                + " leave out this row.",
            k,
            column,
            value,
            Double.isFinite(value) ? ", too large for a float" : ""));
  }
}
