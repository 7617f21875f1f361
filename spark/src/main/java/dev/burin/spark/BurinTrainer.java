package dev.burin.spark;

import dev.burin.data.Encoding;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import dev.burin.train.Trainer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.ml.param.ParamMap;
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
public final class BurinTrainer extends TrainerParams {

  private static final long serialVersionUID = 1;

  private final transient Engraved<?> engraved;
  private final transient @Nullable Trainer trainer;
  private final transient @Nullable LocalSteps local;
  private transient @Nullable Encoding encoding;

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
    super(uid);
    EngravedClass.of(engraved);
    floats(engraved.network());
    this.engraved = engraved;
    this.trainer = trainer;
    this.local = local;
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

  /** Sets {@link #featuresCol()}. */
  public BurinTrainer setFeaturesCol(String value) {
    set(featuresCol(), Settings.name(value, "featuresCol"));
    return this;
  }

  /** Sets {@link #targetCol()}. */
  public BurinTrainer setTargetCol(String value) {
    set(targetCol(), Settings.name(value, "targetCol"));
    return this;
  }

  /** Sets {@link #rowNumberCol()}. */
  public BurinTrainer setRowNumberCol(String value) {
    set(rowNumberCol(), Settings.name(value, "rowNumberCol"));
    return this;
  }

  /** Sets {@link #orderCols()}. */
  public BurinTrainer setOrderCols(String... value) {
    set(orderCols(), Settings.names(value, "orderCols"));
    return this;
  }

  /**
   * Reads named columns through an encoding in place of a column of features, and what is wanted
   * from the column that the encoding tells. It lies with the weights, so that the model reads the
   * same columns.
   *
   * @param value fitted on this table, as {@link Frames} has it, or on another one
   * @throws IllegalArgumentException if it does not make as many numbers as the network has inputs
   *     and outputs
   */
  public BurinTrainer setEncoding(Encoding value) {
    Objects.requireNonNull(
        value, "The encoding is null; Encoding.classOf(...).fit(...) makes one.");
    NetworkShape shape = engraved.network().shape();
    if (value.inputs() != shape.inputs() || value.outputs() != shape.outputs()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The encoding makes %d inputs and %d outputs, but the network has %d and %d; declare"
                  + " such a network.",
              value.inputs(),
              value.outputs(),
              shape.inputs(),
              shape.outputs()));
    }
    encoding = value;
    return this;
  }

  /** What {@link #setEncoding} was given. */
  Optional<Encoding> encoding() {
    return Optional.ofNullable(encoding);
  }

  /** Sets {@link #weightCol()}. */
  public BurinTrainer setWeightCol(String value) {
    set(weightCol(), Settings.name(value, "weightCol"));
    return this;
  }

  /** Sets {@link #balanced()}. */
  public BurinTrainer setBalanced(boolean value) {
    set(balanced(), value);
    return this;
  }

  /** Sets {@link #divisor()}, 1 to 16777216. */
  public BurinTrainer setDivisor(int value) {
    set(divisor(), Settings.from1(value, "divisor", 1 << 24));
    return this;
  }

  /** Sets {@link #partitions()}, 1 to 65536. */
  public BurinTrainer setPartitions(int value) {
    set(partitions(), Settings.from1(value, "number of partitions", 1 << 16));
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
            new WeightedClass(type, network, notes(), train(network, type, dataset)));
    return reading(model).setParent(this);
  }

  private Map<String, String> notes() {
    return encoding().map(Encoding::notes).orElse(Map.of());
  }

  /** A model that reads what this reads. */
  private BurinModel reading(BurinModel model) {
    return encoding().isPresent()
        ? model
        : model
            .setFeaturesCol(getOrDefault(featuresCol()))
            .setDivisor((Integer) getOrDefault(divisor()));
  }

  /** Trains a network of the class in place. */
  private Outcome train(FloatNetwork network, EngravedClass type, Dataset<?> dataset) {
    TablePlan plan = new TablePlan(this, type, dataset);
    Trainer global = trainer;
    LocalSteps steps = local;
    if (global == null && steps != null) {
      LocalRounds rounds = new LocalRounds(type, steps, (Integer) getOrDefault(divisor()));
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
    return reading(BurinModel.of(engraved, notes())).transformSchema(schema);
  }

  @Override
  public BurinTrainer copy(ParamMap extra) {
    BurinTrainer copy = new BurinTrainer(uid(), engraved, trainer, local);
    copy.encoding = encoding;
    return copyValues(copy, extra);
  }

  @Override
  public String toString() {
    return "BurinTrainer[" + uid() + ", " + (local == null ? trainer : local) + "]";
  }
}
