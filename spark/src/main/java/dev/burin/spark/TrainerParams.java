package dev.burin.spark;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/** The parameters of a {@link BurinTrainer}, as Spark ML knows them: what is read of a table. */
abstract class TrainerParams extends Estimator<BurinModel> {

  private static final long serialVersionUID = 1;

  private final String uid;
  private final Param<String> featuresCol;
  private final Param<String> targetCol;
  private final Param<String> weightCol;
  private final BooleanParam balanced;
  private final Param<String> rowNumberCol;
  private final StringArrayParam orderCols;
  private final IntParam divisor;
  private final IntParam partitions;

  TrainerParams(String uid) {
    this.uid = uid;
    featuresCol = new Param<>(this, "featuresCol", "the column of the inputs");
    targetCol = new Param<>(this, "targetCol", "the column of what is wanted");
    weightCol = new Param<>(this, "weightCol", "the column of how much rows count");
    balanced = new BooleanParam(this, "balanced", "whether all classes count the same");
    rowNumberCol = new Param<>(this, "rowNumberCol", "the column of the numbers of the rows");
    orderCols = new StringArrayParam(this, "orderCols", "the columns that order the rows");
    divisor = new IntParam(this, "divisor", "what a byte of a binary column is divided by");
    partitions = new IntParam(this, "partitions", "the parts of the samples; 0 for the default");
    setDefault(featuresCol, "features");
    setDefault(targetCol, "label");
    setDefault(weightCol, "");
    setDefault(balanced, false);
    setDefault(rowNumberCol, "");
    setDefault(orderCols, new String[0]);
    setDefault(divisor, 255);
    setDefault(partitions, 0);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The column of the inputs; {@code features} if it is not set. */
  public Param<String> featuresCol() {
    return featuresCol;
  }

  /**
   * The column of what is wanted, {@code label} if it is not set: a number for one output, the
   * number of the class for several, or a vector or array of all outputs.
   */
  public Param<String> targetCol() {
    return targetCol;
  }

  /**
   * The column of how much each row counts, a number from 0 on; empty, that is all the same, if it
   * is not set. A mean over rows is the sum of weight times value over the sum of the weights, in
   * each batch: a weight of 2 is the row twice, a weight of 0 is no row at all.
   */
  public Param<String> weightCol() {
    return weightCol;
  }

  /**
   * Whether rows have weights by which all classes count the same, as {@link
   * dev.burin.data.SampleWeights#balanced} computes them; false if it is not set.
   */
  public BooleanParam balanced() {
    return balanced;
  }

  /** The column that holds the numbers of the rows, each from 0 on once. */
  public Param<String> rowNumberCol() {
    return rowNumberCol;
  }

  /** The columns in whose order the rows are numbered; no two rows have the same of all. */
  public StringArrayParam orderCols() {
    return orderCols;
  }

  /** What a byte of a {@code binary} column is divided by; 255 if it is not set. */
  public IntParam divisor() {
    return divisor;
  }

  /**
   * The partitions of the samples; as many as Spark runs tasks at a time if it is 0 or not set. No
   * bit depends on it.
   */
  public IntParam partitions() {
    return partitions;
  }
}
