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
  PREDICTION(DataTypes.DoubleType),

  /**
   * The probability of each class, a {@code vector}. A network with one output tells two classes,
   * and the output is the probability of the second.
   */
  PROBABILITY(SQLDataTypes.VectorType()),

  /** The name of the class, a {@code string}, as the encoding of the weights has it. */
  CLASS_NAME(DataTypes.StringType),

  /** The outputs as they are, an {@code array<double>}: floats widen without loss. */
  OUTPUTS(DataTypes.createArrayType(DataTypes.DoubleType, false));

  private final transient DataType type;

  Answer(DataType type) {
    this.type = type;
  }

  /** The type of its column. */
  public DataType type() {
    return type;
  }
}
