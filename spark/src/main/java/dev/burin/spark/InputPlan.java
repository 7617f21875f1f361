package dev.burin.spark;

import dev.burin.Loss;
import dev.burin.data.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Decides from a schema, before any row is read, how rows become inputs. */
final class InputPlan {

  private InputPlan() {}

  /**
   * Inputs from one column.
   *
   * @param width the inputs of the network
   * @param divisor what bytes are divided by
   * @throws IllegalArgumentException if the column is missing, or of another type or width
   */
  static Inputs ofColumn(StructType schema, String column, int width, int divisor) {
    StructField field = field(schema, column);
    DataType type = field.dataType();
    if (type.equals(SQLDataTypes.VectorType())) {
      int known = AttributeGroup.fromStructField(field).size();
      if (known >= 0) {
        Cells.width(known, column, width);
      }
      return new Inputs.OfVector(column, width);
    }
    return switch (type) {
      case ArrayType array when array.elementType() instanceof NumericType ->
          new Inputs.OfArray(column, width, array.elementType());
      case BinaryType _ -> new Inputs.OfBytes(column, width, divisor);
      default ->
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Column \"%s\" is of type %s; features are a vector, an array of numbers, or"
                      + " binary with a byte for each input.",
                  column,
                  type.sql()));
    };
  }

  /**
   * Inputs from the columns that an encoding reads.
   *
   * @throws IllegalArgumentException if one is missing, or is neither a number nor a text
   */
  static Inputs encoded(StructType schema, Map<String, String> notes) {
    List<DataType> types = new ArrayList<>();
    for (String column : Encoding.of(notes).columns()) {
      types.add(encodable(schema, column));
    }
    return new Inputs.Encoded(notes, List.copyOf(types));
  }

  /**
   * What is wanted, from the column that an encoding tells.
   *
   * @throws IllegalArgumentException as {@link #encoded} says, or if the loss does not fit
   */
  static Targets encodedTarget(StructType schema, Map<String, String> notes, Loss loss) {
    Encoding encoding = Encoding.of(notes);
    boolean probabilities = loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY;
    if (probabilities && !encoding.tellsClasses()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The encoding tells the value in column \"%s\", but %s learns classes; declare"
                  + " MEAN_SQUARED_ERROR, or take Encoding.classOf.",
              encoding.target(),
              loss));
    }
    return new Targets.Encoded(notes, encodable(schema, encoding.target()), loss);
  }

  private static DataType encodable(StructType schema, String column) {
    DataType type = field(schema, column).dataType();
    return switch (type) {
      case NumericType _, StringType _, BooleanType _ -> type;
      default ->
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Column \"%s\" is of type %s; the encoding reads numbers and texts.",
                  column,
                  type.sql()));
    };
  }

  /**
   * The field of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static StructField field(StructType schema, String column) {
    for (StructField field : schema.fields()) {
      if (field.name().equals(column)) {
        return field;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "There is no column \"%s\"; the columns are %s.",
            column,
            Arrays.toString(schema.fieldNames())));
  }
}
