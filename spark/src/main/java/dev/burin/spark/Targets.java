package dev.burin.spark;

import dev.burin.Loss;
import dev.burin.network.TrainingValues;
import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * How the cell of a row becomes what is wanted of the network: a number for one output, the number
 * of a class for several, or a vector or an array of all outputs.
 *
 * @param column its name
 * @param type of the column
 * @param outputs the outputs of the network
 * @param loss what the network learns by
 */
record Targets(String column, DataType type, int outputs, Loss loss) implements Serializable {

  /**
   * Makes sure that the column is there.
   *
   * @throws IllegalArgumentException if it is not, or of another type
   */
  static Targets of(StructType schema, String column, int outputs, Loss loss) {
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
    return new Targets(column, type, outputs, loss);
  }

  /**
   * The targets of one row.
   *
   * @param at the place of the cell
   * @param number that of the row, for messages
   * @throws IllegalArgumentException if they are none of the loss
   */
  float[] read(InternalRow row, int at, int number) {
    Cells.given(row, at, column, "the targets", outputs);
    double[] y = numbers(row, at);
    TrainingValues.targets(loss, y, 0, outputs, number);
    float[] rounded = new float[outputs];
    for (int j = 0; j < outputs; j++) {
      rounded[j] = (float) y[j];
    }
    return rounded;
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
