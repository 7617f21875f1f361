package dev.burin.spark;

import java.util.Locale;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Where the weights of rows come from, decided before any row is read.
 *
 * @param column their column; empty if there is none
 * @param type of that column
 * @param balanced whether they come from the classes
 */
record WeightPlan(String column, DataType type, boolean balanced) {

  /**
   * What a trainer asks for.
   *
   * @throws IllegalArgumentException if the column is missing or of another type, or if weights are
   *     asked for twice
   */
  static WeightPlan of(BurinTrainer settings, StructType schema) {
    String column = settings.getOrDefault(settings.weightCol());
    boolean balanced = (Boolean) settings.getOrDefault(settings.balanced());
    if (column.isEmpty()) {
      return new WeightPlan(column, DataTypes.DoubleType, balanced);
    }
    DataType type = InputPlan.field(schema, column).dataType();
    if (!(type instanceof NumericType)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Column \"%s\" is of type %s; weights are numbers from 0 on.",
              column,
              type.sql()));
    }
    if (balanced) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Weights are asked for from column \"%s\" and from balanced classes; ask for one"
                  + " of both.",
              column));
    }
    return new WeightPlan(column, type, false);
  }

  /** The cell of the weight, which stands behind that of the targets. */
  Column cell() {
    return column.isEmpty() ? functions.lit(1.0) : ModelPlan.column(column);
  }

  /**
   * The weights of all rows: they come to the driver, since their sums belong to batches, which no
   * executor knows.
   *
   * @throws IllegalArgumentException if a row is missing or there twice, or none counts
   */
  Weights weights(
      JavaPairRDD<InternalRow, Long> numbered, Inputs inputs, Targets targets, int rows) {
    if (column.isEmpty() && !balanced) {
      return Weights.NONE;
    }
    int target = inputs.columns().size();
    Weighing weighing = new Weighing(column, type, target + 1, targets, target, rows);
    double[] found = Weights.gathered(numbered.mapPartitions(weighing).collect(), rows);
    return balanced ? Weights.balanced(found) : Weights.of(found);
  }
}
