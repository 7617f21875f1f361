package dev.burin.spark;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/** The parameters of a {@link BurinModel}, as Spark ML knows them: what is read and told. */
abstract class ModelParams extends Model<BurinModel> {

  private static final long serialVersionUID = 1;

  private final String uid;
  private final Param<String> featuresCol;
  private final Param<String> predictionCol;
  private final Param<String> probabilityCol;
  private final Param<String> classNameCol;
  private final Param<String> outputsCol;
  private final StringArrayParam keptCols;
  private final Param<String> handleInvalid;
  private final IntParam divisor;
  private final IntParam batchSize;

  ModelParams(String uid) {
    this.uid = uid;
    featuresCol = new Param<>(this, "featuresCol", "the column of the inputs");
    predictionCol = new Param<>(this, "predictionCol", "the number of the class, or the value");
    probabilityCol = new Param<>(this, "probabilityCol", "the probabilities of the classes");
    classNameCol = new Param<>(this, "classNameCol", "the name of the class");
    outputsCol = new Param<>(this, "outputsCol", "the outputs as they are");
    keptCols = new StringArrayParam(this, "keptCols", "the columns that stay; all by default");
    handleInvalid = new Param<>(this, "handleInvalid", "error, skip or keep");
    divisor = new IntParam(this, "divisor", "what a byte of a binary column is divided by");
    batchSize = new IntParam(this, "batchSize", "the rows that are computed together");
    setDefault(featuresCol, "features");
    setDefault(predictionCol, "prediction");
    setDefault(probabilityCol, "");
    setDefault(classNameCol, "");
    setDefault(outputsCol, "");
    setDefault(handleInvalid, Invalid.ERROR.text());
    setDefault(divisor, 255);
    setDefault(batchSize, 128);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The column of the inputs; {@code features} if it is not set. */
  public Param<String> featuresCol() {
    return featuresCol;
  }

  /** The column of {@link Answer#PREDICTION}; {@code prediction} if it is not set. */
  public Param<String> predictionCol() {
    return predictionCol;
  }

  /** The column of {@link Answer#PROBABILITY}; empty, that is left out, if it is not set. */
  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  /** The column of {@link Answer#CLASS_NAME}; empty, that is left out, if it is not set. */
  public Param<String> classNameCol() {
    return classNameCol;
  }

  /** The column of {@link Answer#OUTPUTS}; empty, that is left out, if it is not set. */
  public Param<String> outputsCol() {
    return outputsCol;
  }

  /**
   * The columns that stay beside the answers; all if it is not set. Each costs a conversion: leave
   * wide ones, such as the features, out where nobody reads them any more.
   */
  public StringArrayParam keptCols() {
    return keptCols;
  }

  /** What becomes of a row without an answer: {@code error}, {@code skip} or {@code keep}. */
  public Param<String> handleInvalid() {
    return handleInvalid;
  }

  /** What a byte of a {@code binary} column is divided by; 255 if it is not set. */
  public IntParam divisor() {
    return divisor;
  }

  /** The rows that are computed together; 128 if it is not set. No bit depends on it. */
  public IntParam batchSize() {
    return batchSize;
  }
}
