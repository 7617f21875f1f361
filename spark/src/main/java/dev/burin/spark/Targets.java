package dev.burin.spark;

import dev.burin.Loss;
import dev.burin.data.Encoding;
import dev.burin.network.TrainingValues;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** How the cell of a row becomes what is wanted of the network. */
sealed interface Targets extends Serializable {

  /** The column that holds it. */
  String column();

  /** What the network learns by. */
  Loss loss();

  /** A reader for one task, which one thread uses. */
  Reader reader();

  /** Takes what is wanted from one cell. */
  @FunctionalInterface
  interface Reader {

    /**
     * The targets of one row.
     *
     * @param at the place of the cell
     * @return {@code [out]}, which a loss may refuse
     * @throws IllegalArgumentException if there are none; the message does not say which row it is
     */
    double[] read(InternalRow row, int at);
  }

  /**
   * Targets of one column of numbers.
   *
   * @throws IllegalArgumentException if it is missing, or of another type
   */
  static Targets ofColumn(StructType schema, String column, int outputs, Loss loss) {
    DataType type = InputPlan.field(schema, column).dataType();
    boolean numbers = type instanceof ArrayType array && array.elementType() instanceof NumericType;
    if (!numbers && !(type instanceof NumericType) && !type.equals(SQLDataTypes.VectorType())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Column \"%s\" is of type %s; targets are a number, the number of a class, or a"
                  + " vector or array of all outputs.",
              column,
              type.sql()));
    }
    return new OfNumbers(column, type, outputs, loss);
  }

  /**
   * Numbers as a float network learns them.
   *
   * @param row the number of the row, for messages
   * @throws IllegalArgumentException if its loss does not take them
   */
  default float[] learned(double[] y, int row) {
    TrainingValues.targets(loss(), y, 0, y.length, row);
    float[] rounded = new float[y.length];
    for (int j = 0; j < y.length; j++) {
      rounded[j] = (float) y[j];
    }
    return rounded;
  }

  /**
   * The class that targets name.
   *
   * @throws IllegalArgumentException if they name none
   */
  default int classOf(double[] y) {
    int named = -1;
    boolean one = true;
    for (int j = 0; j < y.length; j++) {
      one &= y[j] == 0 || (y[j] == 1 && named < 0);
      named = y[j] == 1 ? j : named;
    }
    if (!one || (named < 0 && y.length > 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" names no class, as balanced classes need it: give the number of the"
                  + " class, or an array of which one number is 1 and the others are 0.",
              column()));
    }
    return y.length == 1 ? named + 1 : named;
  }

  /**
   * A number for one output, the number of a class for several, or a vector or an array of all
   * outputs.
   */
  record OfNumbers(String column, DataType type, int outputs, Loss loss) implements Targets {

    @Override
    public Reader reader() {
      return (row, at) -> {
        if (row.isNullAt(at)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "column \"%s\" is null; say what is wanted of this row, or leave it out.",
                  column));
        }
        return numbers(row, at);
      };
    }

    private double[] numbers(InternalRow row, int at) {
      return switch (type) {
        case ArrayType array -> {
          ArrayData values = row.getArray(at);
          checkWidth(values.numElements());
          yield Cells.doubles(values, array.elementType(), column);
        }
        case NumericType _ -> {
          double number = Cells.number(row.get(at, type));
          yield outputs == 1 ? new double[] {number} : oneHot(number);
        }
        default -> {
          InternalRow vector = row.getStruct(at, VectorCells.FIELDS);
          checkWidth(VectorCells.size(vector));
          yield VectorCells.all(vector);
        }
      };
    }

    private double[] oneHot(double label) {
      if (!(label >= 0 && label < outputs) || label != (int) label) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "column \"%s\" is %s, which is no class: they are counted from 0 to %d.",
                column,
                label,
                outputs - 1));
      }
      double[] y = new double[outputs];
      y[(int) label] = 1;
      return y;
    }

    private void checkWidth(int found) {
      if (found != outputs) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "column \"%s\" holds %d numbers, but the network has %d outputs.",
                column,
                found,
                outputs));
      }
    }
  }

  /** The class or the value that an encoding tells. */
  record Encoded(Map<String, String> notes, DataType type, Loss loss) implements Targets {

    @Override
    public String column() {
      return Encoding.of(notes).target();
    }

    @Override
    public Reader reader() {
      Encoding encoding = Encoding.of(notes);
      return (row, at) -> {
        Object cell = row.isNullAt(at) ? null : Cells.plain(row.get(at, type));
        return encoding.targets(cell);
      };
    }
  }
}
