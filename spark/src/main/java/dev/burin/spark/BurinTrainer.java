package dev.burin.spark;

import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.train.Trainer;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Trains a generated float network on the rows of a table, where they lie, to the bits of a {@link
 * Trainer} on one machine: whatever the number of partitions and executors, and also when some are
 * lost on the way.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.builder().optimizer(new Adam(0.001)).batch(16_384).epochs(10).build();
 * BurinModel model =
 *     new BurinTrainer(new DigitsNetwork(1), trainer)
 *         .setFeaturesCol("pixels")
 *         .setTargetCol("label")
 *         .setRowNumberCol("row")
 *         .fit(table);
 * }</pre>
 *
 * <p>The order of the samples is part of a training, so that each row has a number: in a column
 * that holds each from 0 on once, or by its rank in a total order of columns. Executors keep their
 * samples in memory and compute the gradients of whole blocks of 4,096 samples; the driver joins
 * their sums, moves the parameters, and does all that the trainer asks for: optimizers, schedules,
 * checkpoints, validation on samples of its own. A batch occupies as many executors as it has
 * blocks.
 */
public final class BurinTrainer extends Estimator<BurinModel> {

  private static final long serialVersionUID = 1;

  private final String uid;
  private final transient Engraved<?> engraved;
  private final transient @Nullable Trainer trainer;
  private final transient @Nullable LocalSteps local;
  private final Param<String> featuresCol;
  private final Param<String> targetCol;
  private final Param<String> rowNumberCol;
  private final StringArrayParam orderCols;
  private final IntParam divisor;
  private final IntParam partitions;

  /**
   * A trainer on a cluster.
   *
   * @param engraved an object of a generated class with its first weights; it is not changed
   * @param trainer all settings of the training, which belong to the driver
   * @throws IllegalArgumentException if it is a network without its class, or one of doubles
   */
  public BurinTrainer(Engraved<?> engraved, Trainer trainer) {
    this(
        newUid(),
        engraved,
        Objects.requireNonNull(trainer, "The trainer is null; Trainer.builder() makes one."),
        null);
  }

  /**
   * A trainer by averages, for networks whose steps are shorter than the way to the executors.
   *
   * @param engraved an object of a generated class with its first weights; it is not changed
   * @param local all settings of the training
   * @throws IllegalArgumentException if it is a network without its class, or one of doubles
   */
  public BurinTrainer(Engraved<?> engraved, LocalSteps local) {
    this(
        newUid(),
        engraved,
        null,
        Objects.requireNonNull(local, "The local steps are null; new LocalSteps(...) has them."));
  }

  private BurinTrainer(
      String uid, Engraved<?> engraved, @Nullable Trainer trainer, @Nullable LocalSteps local) {
    EngravedClass.of(engraved);
    floats(engraved.network());
    this.uid = uid;
    this.engraved = engraved;
    this.trainer = trainer;
    this.local = local;
    featuresCol = new Param<>(this, "featuresCol", "the column of the inputs");
    targetCol = new Param<>(this, "targetCol", "the column of what is wanted");
    rowNumberCol = new Param<>(this, "rowNumberCol", "the column of the numbers of the rows");
    orderCols = new StringArrayParam(this, "orderCols", "the columns that order the rows");
    divisor = new IntParam(this, "divisor", "what a byte of a binary column is divided by");
    partitions = new IntParam(this, "partitions", "the parts of the samples; 0 for the default");
    setDefault(featuresCol, "features");
    setDefault(targetCol, "label");
    setDefault(rowNumberCol, "");
    setDefault(orderCols, new String[0]);
    setDefault(divisor, 255);
    setDefault(partitions, 0);
  }

  private static String newUid() {
    return "burinTrainer_" + UUID.randomUUID().toString().substring(0, 12);
  }

  private static FloatNetwork floats(NeuralNetwork network) {
    if (network instanceof FloatNetwork floats) {
      return floats;
    }
    throw new IllegalArgumentException(
        "Executors compute gradients in float; declare precision = FLOAT, or train on one"
            + " machine.");
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

  /** Sets {@link #featuresCol()}. */
  public BurinTrainer setFeaturesCol(String value) {
    set(featuresCol, value);
    return this;
  }

  /** Sets {@link #targetCol()}. */
  public BurinTrainer setTargetCol(String value) {
    set(targetCol, value);
    return this;
  }

  /** Sets {@link #rowNumberCol()}. */
  public BurinTrainer setRowNumberCol(String value) {
    set(rowNumberCol, value);
    return this;
  }

  /** Sets {@link #orderCols()}. */
  public BurinTrainer setOrderCols(String... value) {
    set(orderCols, value);
    return this;
  }

  /** Sets {@link #divisor()}, 1 to 16777216. */
  public BurinTrainer setDivisor(int value) {
    set(divisor, Settings.from1(value, "divisor", 1 << 24));
    return this;
  }

  /** Sets {@link #partitions()}, 1 to 65536. */
  public BurinTrainer setPartitions(int value) {
    set(partitions, Settings.from1(value, "number of partitions", 1 << 16));
    return this;
  }

  /**
   * Trains a copy of the network.
   *
   * @return a model of the trained weights, which reads the same features
   * @throws IllegalArgumentException if a column is missing or of another type, if rows are not
   *     numbered, or if the numbers of a row are not such that the network can learn from them
   */
  @Override
  public BurinModel fit(Dataset<?> dataset) {
    FloatNetwork first = floats(engraved.network());
    FloatNetwork network = first.with(first.parameters());
    EngravedClass type = EngravedClass.of(engraved);
    BurinModel model =
        new BurinModel(
            BurinModel.newUid(),
            new WeightedClass(type, network, Map.of(), train(network, type, dataset)));
    model.setFeaturesCol(getOrDefault(featuresCol)).setDivisor((Integer) getOrDefault(divisor));
    return model.setParent(this);
  }

  /** Trains a network of the class in place. */
  private Outcome train(FloatNetwork network, EngravedClass type, Dataset<?> dataset) {
    TablePlan plan = new TablePlan(this, type, dataset);
    Trainer global = trainer;
    LocalSteps steps = local;
    if (global == null && steps != null) {
      LocalRounds rounds = new LocalRounds(type, steps, (Integer) getOrDefault(divisor));
      try (Layout layout = plan.layout()) {
        return Outcome.of(Causes.tell(() -> rounds.train(network, layout)));
      }
    }
    Objects.requireNonNull(global, "There is neither a trainer nor local steps.");
    try (SparkSamples samples = plan.samples()) {
      return Outcome.of(Causes.tell(() -> global.train(network, samples)));
    }
  }

  /** The columns of the table and the answer of the model. */
  @Override
  public StructType transformSchema(StructType schema) {
    BurinModel model = BurinModel.of(engraved);
    model.setFeaturesCol(getOrDefault(featuresCol)).setDivisor((Integer) getOrDefault(divisor));
    return model.transformSchema(schema);
  }

  @Override
  public BurinTrainer copy(ParamMap extra) {
    return copyValues(new BurinTrainer(uid, engraved, trainer, local), extra);
  }

  @Override
  public String toString() {
    return "BurinTrainer[" + uid + ", " + (local == null ? trainer : local) + "]";
  }
}
