package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.Claim;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.UpdatePlan;
import dev.burin.optimize.WeightDecay;
import dev.burin.shape.NetworkShape;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cost of a network small: gathers batches, asks for their gradients, lets the optimizer
 * move the parameters.
 *
 * <pre>{@code
 * TrainingHistory history =
 *     Trainer.builder()
 *         .optimizer(new Momentum(0.1, 0.9))
 *         .batch(64)
 *         .epochs(10)
 *         .build()
 *         .train(network, data);
 * }</pre>
 *
 * <p>Equal networks, data and settings give equal bits of all costs and parameters on every
 * machine, for any number of threads. After the first step a training allocates no arrays. A
 * trainer has no state and may be used again, also by many threads for different networks.
 */
public final class Trainer {

  static final int ALL_CORES = 0;

  private final Optimizer optimizer;
  private final int iterations;
  private final int epochs;
  private final int batch;
  private final Order order;
  private final long seed;
  private final WeightDecay decay;
  private final Clip clip;
  private final Schedule schedule;
  private final @Nullable ReduceOnPlateau plateau;
  private final int threads;
  private final Executor executor;
  private final List<TrainingListener> listeners;
  private final List<Callback> callbacks;
  private final @Nullable Samples validation;
  private final List<Metric> metrics;
  private final @Nullable EarlyStopping stopping;
  private final boolean restoreBest;
  private final @Nullable Duration timeLimit;
  private final int updateLimit;
  private final @Nullable Checkpoints checkpoints;
  private final String settings;

  Trainer(TrainerBuilder builder, Optimizer optimizer) {
    this.optimizer = optimizer;
    this.iterations = builder.iterations;
    this.epochs = builder.epochs;
    this.batch = (int) Math.min((long) builder.batch * builder.accumulate, Integer.MAX_VALUE);
    this.order = builder.order;
    this.seed = builder.seed;
    this.decay = builder.decay;
    this.clip = builder.clip;
    this.schedule = builder.schedule;
    this.plateau = builder.plateau;
    this.threads = builder.threads;
    this.executor = builder.executor;
    this.listeners = List.copyOf(builder.listeners);
    this.callbacks = builder.callbacks;
    this.validation = builder.validation;
    this.metrics = builder.metrics;
    this.stopping = builder.stopping;
    this.restoreBest = builder.restoreBest;
    this.timeLimit = builder.timeLimit;
    this.updateLimit = builder.updateLimit;
    this.checkpoints = builder.checkpoints;
    this.settings = Settings.text(builder);
  }

  /** A trainer with nothing chosen yet: an optimizer and a length are needed. */
  public static TrainerBuilder builder() {
    return new TrainerBuilder();
  }

  /**
   * Trains a generated class or a network from the parameters that it has.
   *
   * <p>All numbers are looked at before the first step. Features and targets are finite. Targets of
   * {@link dev.burin.Loss#BINARY_CROSS_ENTROPY} lie from 0 to 1; those of {@link
   * dev.burin.Loss#CROSS_ENTROPY} lie from 0 to 1 and sum to 1 in each row, up to {@link
   * dev.burin.network.TrainingValues#SUM}. A float network takes no number that is infinite in
   * float, no column whose numbers differ and are all the same in float, and no setting that is 0,
   * 1 or infinite only in float.
   *
   * <p>An exception of a listener ends the training and comes out of this method; see {@link
   * TrainingListener} for the parameters that are kept then.
   *
   * <p>With {@link TrainerBuilder#checkpoints(Checkpoints)} a training that was begun in the same
   * folder goes on from its last checkpoint, and the network may have any weights or none.
   *
   * @param engraved a generated class or a network, changed in place; it is claimed meanwhile, so
   *     that only the thread that trains it, and with it the listeners, may use it
   * @param data as wide as the inputs and outputs of the network
   * @throws IllegalArgumentException if the data are empty, do not fit the network or hold other
   *     numbers, naming row and column, or if a setting is lost in float
   * @throws IllegalStateException if the network has no weights yet, if one of them is infinite or
   *     not a number, if another thread trains or loads it, or if the folder of the checkpoints
   *     belongs to another training
   * @throws TrainingDivergedException at the first cost that is infinite or not a number; the
   *     network has its best parameters again
   * @throws java.io.UncheckedIOException if a checkpoint cannot be written or read
   */
  public TrainingHistory train(Engraved<?> engraved, Samples data) {
    Training training = begin(engraved, data);
    TrainingHistory history;
    try {
      boolean more = true;
      while (more) {
        more = training.step();
      }
      history = training.history();
    } catch (Throwable e) {
      training.end(e);
      throw e;
    }
    training.close();
    return history;
  }

  /**
   * Begins a training that the caller drives step by step; otherwise as {@link #train}. The network
   * is claimed by this thread until the training is closed.
   *
   * @throws IllegalArgumentException as {@link #train} does; nothing is claimed then
   * @throws IllegalStateException as {@link #train} does
   */
  public Training begin(Engraved<?> engraved, Samples data) {
    Objects.requireNonNull(engraved, Fit.NO_NETWORK);
    NeuralNetwork network = engraved.network();
    DataCheck.check(network.shape(), data);
    Samples counted = Counted.of(data);
    TrainingPlan plan = TrainingPlan.of(counted.size(), batch, iterations, epochs);
    Keeper keeper =
        checkpoints == null
            ? null
            : Keeper.open(
                network, checkpoints, identity(network.shape(), counted, plan), plan, order);
    Training training;
    try {
      training = claimed(network, counted, plan, keeper);
    } catch (Throwable e) {
      if (keeper != null) {
        keeper.close();
      }
      throw e;
    }
    try {
      training.start();
    } catch (Throwable e) {
      training.end(e);
      throw e;
    }
    return training;
  }

  private Training claimed(
      NeuralNetwork network, Samples data, TrainingPlan plan, @Nullable Keeper keeper) {
    if (keeper != null) {
      keeper.setWeights();
    }
    Claim claim = network.claim();
    try {
      WeightsCheck.check(network);
      return training(network, data, plan, claim, keeper);
    } catch (Throwable e) {
      claim.close();
      throw e;
    }
  }

  private Training training(
      NeuralNetwork network,
      Samples data,
      TrainingPlan plan,
      Claim claim,
      @Nullable Keeper keeper) {
    int used = threads(network, plan.batch());
    Plateau reduced = new Plateau(plateau, optimizer.learningRate());
    UpdatePlan updates = new UpdatePlan(optimizer, decay, clip, reduced.over(schedule));
    Learner learner = Learner.of(network, data, plan.batch(), updates, used, executor);
    Watch watch =
        new Watch(
            validation == null ? null : new Validation(network, validation, metrics),
            stopping,
            keepsBest() ? Snapshot.of(network) : null,
            reduced);
    TrainingState state = new TrainingState(plan);
    Audience audience = new Audience(listeners, callbacks);
    Samples looked = data instanceof DistributedSamples elsewhere ? elsewhere.some() : data;
    Diagnosis diagnosis = new Diagnosis(network, looked, validation, updates);
    Steps steps = new Steps(state, learner, order, seed, audience, diagnosis);
    return new Training(
        state,
        claim,
        steps,
        watch,
        new Limits(timeLimit, updateLimit),
        stopping != null || restoreBest,
        audience,
        keeper);
  }

  private boolean keepsBest() {
    boolean inFolder = checkpoints != null && checkpoints.best();
    return stopping != null || restoreBest || inFolder || !callbacks.isEmpty();
  }

  /** All that decides the bits of a training, but for its length. */
  private TrainingIdentity identity(NetworkShape shape, Samples data, TrainingPlan plan) {
    return TrainingIdentity.of(shape)
        .and("data", DataFingerprint.of(data, shape.precision()))
        .and("batch", plan.fullBatch() ? "all samples" : plan.batch() + " samples")
        .and("order", plan.fullBatch() ? "that of the data" : order)
        .and("seed of dropout", drops(shape) ? seed : "none")
        .and("optimizer", optimizer)
        .and("weight decay", decay)
        .and("clipping", clip)
        .and("schedule", schedule)
        .and("reduction on a plateau", plateau == null ? "none" : plateau)
        .and("early stopping", stopping == null ? "none" : stopping)
        .and("best epoch", keepsBest() ? "kept" : "not kept")
        .and("validation", validated(shape))
        .and("number of callbacks", callbacks.size());
  }

  private static boolean drops(NetworkShape shape) {
    return shape.layers().stream().anyMatch(layer -> layer.dropout() > 0);
  }

  private String validated(NetworkShape shape) {
    if (validation == null) {
      return "none";
    }
    Fit.check(shape, validation);
    List<String> names = metrics.stream().map(Metric::name).toList();
    return DataFingerprint.of(validation, shape.precision()) + ", metrics " + names;
  }

  /** All settings, in one line. */
  @Override
  public String toString() {
    return "Trainer[" + settings + "]";
  }

  private int threads(NeuralNetwork network, int rows) {
    int cores = Runtime.getRuntime().availableProcessors();
    return threads == ALL_CORES ? Threads.forBatch(network.shape(), rows, cores) : threads;
  }
}
