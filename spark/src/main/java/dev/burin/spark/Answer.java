package dev.burin.spark;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a network says of a row. */
public enum Answer {
  /**
   * The number of the class, counted from 0, or the value where the network tells values: a {@code
   * double}, as Spark's own models give it.
   */
  PREDICTION,

  /**
   * The probability of each class, a {@code vector}. A network with one output tells two classes,
   * and the output is the probability of the second.
   */
  PROBABILITY,

  /** The name of the class, a {@code string}, as the encoding of the weights has it. */
  CLASS_NAME,

  /** The outputs as they are, an {@code array<double>}: floats widen without loss. */
  OUTPUTS;

  /** The type of its column. */
  public DataType type() {
    return switch (this) {
      case PREDICTION -> DataTypes.DoubleType;
      case PROBABILITY -> SQLDataTypes.VectorType();
      case CLASS_NAME -> DataTypes.StringType;
      case OUTPUTS -> DataTypes.createArrayType(DataTypes.DoubleType, false);
    };
  }
}
