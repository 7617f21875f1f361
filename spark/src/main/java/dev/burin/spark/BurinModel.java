package dev.burin.spark;

import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A generated network with its weights as a stage of Spark ML: it scores the rows of a table, in a
 * pipeline, a stream or SQL, with the bits of a call in one process.
 *
 * <pre>{@code
 * BurinModel model = BurinModel.load(DigitsNetwork.class, Path.of("digits.safetensors"));
 * Dataset<Row> answers = model.setFeaturesCol("pixels").setKeptCols("id").transform(table);
 * model.register(session, "digit", Answer.PREDICTION); // SELECT digit(pixels) FROM ...
 * }</pre>
 *
 * <p>Features are a {@code vector}, an array of numbers, or {@code binary} with a byte from 0 to
 * 255 for each input, divided by {@link #divisor()}. Where an {@link Encoding} lies with the
 * weights, its named columns are read in place of a column of features. The class of the network is
 * found by its name on each executor, so that it has to be in the jar of the application; weights
 * are sent once to each executor, and all its tasks share one network.
 *
 * <p>A row that is null, of another width or not finite ends the job with a sentence that names it;
 * {@link #setHandleInvalid} leaves such rows out or keeps them without an answer.
 */
public final class BurinModel extends ModelParams implements MLWritable {

  private static final long serialVersionUID = 1;

  private final transient WeightedClass weighted;

  BurinModel(String uid, WeightedClass weighted) {
    super(uid);
    this.weighted = weighted;
  }

  /**
   * A model of a generated class with its weights, which are copied.
   *
   * @throws IllegalArgumentException if it is a network without its class
   * @throws IllegalStateException if it has no weights yet
   */
  public static BurinModel of(Engraved<?> engraved) {
    return of(engraved, Map.of());
  }

  /**
   * {@link #of(Engraved)} with what is to lie with the weights.
   *
   * @param notes texts by name, such as {@link Encoding#notes()}
   */
  public static BurinModel of(Engraved<?> engraved, Map<String, String> notes) {
    Objects.requireNonNull(notes, "The notes are null; give texts by name, or an empty map.");
    return new BurinModel(newUid(), WeightedClass.of(engraved, notes));
  }

  /**
   * A model from a weights file of this machine, with what was noted there.
   *
   * @param type the generated class
   * @throws IOException if the file cannot be read, or is not one for this network
   */
  public static <E extends Engraved<?>> BurinModel load(Class<E> type, Path weights)
      throws IOException {
    EngravedClass found =
        EngravedClass.named(Objects.requireNonNull(type, "The class is null.").getName());
    NeuralNetwork network = LocalNetworks.another(found.network());
    Map<String, String> notes = WeightsFile.loadWithNotes(weights, network);
    return new BurinModel(newUid(), new WeightedClass(found, network, notes));
  }

  /** The model that {@link #write()} saved under a path of any file system that Spark knows. */
  public static BurinModel load(String path) {
    return read().load(path);
  }

  /** Reads models; pipelines ask for it by this name. */
  public static MLReader<BurinModel> read() {
    return new BurinModelReader();
  }

  /**
   * A network with these weights on this machine, to be saved or asked; the model keeps its own.
   */
  public NeuralNetwork network() {
    return LocalNetworks.copy(weighted.network());
  }

  /** The training that made the weights, if this model comes from {@link BurinTrainer#fit}. */
  public Optional<TrainingHistory> history() {
    return weighted.outcome().history();
  }

  /**
   * What the rounds of a training by averages cost, if this model comes from one: for each the mean
   * cost of the last batches of all parts; empty otherwise.
   */
  public double[] roundCosts() {
    return weighted.outcome().roundCosts().clone();
  }

  static String newUid() {
    return "burin_" + UUID.randomUUID().toString().substring(0, 12);
  }

  WeightedClass weighted() {
    return weighted;
  }

  /** Sets {@link #featuresCol()}, which is then read in place of the columns of an encoding. */
  public BurinModel setFeaturesCol(String value) {
    set(featuresCol(), Settings.name(value, "featuresCol"));
    return this;
  }

  /** Sets {@link #predictionCol()}; an empty name leaves it out. */
  public BurinModel setPredictionCol(String value) {
    set(predictionCol(), Settings.name(value, "predictionCol"));
    return this;
  }

  /** Sets {@link #probabilityCol()}; an empty name leaves it out. */
  public BurinModel setProbabilityCol(String value) {
    set(probabilityCol(), Settings.name(value, "probabilityCol"));
    return this;
  }

  /** Sets {@link #classNameCol()}; an empty name leaves it out. */
  public BurinModel setClassNameCol(String value) {
    set(classNameCol(), Settings.name(value, "classNameCol"));
    return this;
  }

  /** Sets {@link #outputsCol()}; an empty name leaves it out. */
  public BurinModel setOutputsCol(String value) {
    set(outputsCol(), Settings.name(value, "outputsCol"));
    return this;
  }

  /** Sets {@link #keptCols()}. */
  public BurinModel setKeptCols(String... value) {
    set(keptCols(), Settings.names(value, "keptCols"));
    return this;
  }

  /** Sets {@link #handleInvalid()}. */
  public BurinModel setHandleInvalid(String value) {
    set(handleInvalid(), Invalid.of(value).text());
    return this;
  }

  /** Sets {@link #divisor()}, 1 to 16777216. */
  public BurinModel setDivisor(int value) {
    set(divisor(), Settings.from1(value, "divisor", 1 << 24));
    return this;
  }

  /** Sets {@link #batchSize()}, 1 to 65536. */
  public BurinModel setBatchSize(int value) {
    set(batchSize(), Settings.from1(value, "batch size", 1 << 16));
    return this;
  }

  /**
   * The schema of {@link #transform}.
   *
   * @throws IllegalArgumentException if a column is missing or of another type or width, if an
   *     answer cannot be given or its column is there already
   */
  @Override
  public StructType transformSchema(StructType schema) {
    return new ModelPlan(this, schema).result();
  }

  /**
   * The columns that stay, and the answers.
   *
   * @throws IllegalArgumentException as {@link #transformSchema} says; what is wrong with a row is
   *     told when it is computed
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    return new ModelPlan(this, Settings.given(dataset).schema()).apply(dataset.toDF());
  }

  /**
   * Makes a function of SQL that gives one answer for the argument: features as {@link #transform}
   * takes them, or {@code struct(*)} of the columns of an encoding. It computes row by row; {@link
   * #transform} computes batches and costs less.
   *
   * @param name what the function is called
   * @throws IllegalArgumentException if the answer cannot be given
   */
  public void register(SparkSession session, String name, Answer answer) {
    Objects.requireNonNull(session, "The session is null; give one.");
    session.udf().register(name, ModelPlan.function(this, session, answer), answer.type());
  }

  @Override
  public BurinModel copy(ParamMap extra) {
    return copyValues(new BurinModel(uid(), weighted), extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new BurinModelWriter(this);
  }

  @Override
  public String toString() {
    return "BurinModel[" + uid() + ", " + weighted + "]";
  }
}
