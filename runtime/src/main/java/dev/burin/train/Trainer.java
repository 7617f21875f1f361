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
  private final WeightDecay decay;
  private final Clip clip;
  private final Schedule schedule;
  private final int threads;
  private final Executor executor;
  private final List<TrainingListener> listeners;
  private final List<Callback> callbacks;
  private final @Nullable Samples validation;
  private final List<Metric> metrics;
  private final @Nullable EarlyStopping stopping;
  private final boolean restoreBest;
  private final @Nullable Duration timeLimit;

  Trainer(TrainerBuilder builder, Optimizer optimizer) {
    this.optimizer = optimizer;
    this.iterations = builder.iterations;
    this.epochs = builder.epochs;
    this.batch = builder.batch;
    this.order = builder.order;
    this.decay = builder.decay;
    this.clip = builder.clip;
    this.schedule = builder.schedule;
    this.threads = builder.threads;
    this.executor = builder.executor;
    this.listeners = List.copyOf(builder.listeners);
    this.callbacks = builder.callbacks;
    this.validation = builder.validation;
    this.metrics = builder.metrics;
    this.stopping = builder.stopping;
    this.restoreBest = builder.restoreBest;
    this.timeLimit = builder.timeLimit;
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
   * @param engraved a generated class or a network, changed in place; it is claimed meanwhile, so
   *     that only the thread that trains it, and with it the listeners, may use it
   * @param data as wide as the inputs and outputs of the network
   * @throws IllegalArgumentException if the data are empty, do not fit the network or hold other
   *     numbers, naming row and column, or if a setting is lost in float
   * @throws IllegalStateException if the network has no weights yet, if one of them is infinite or
   *     not a number, or if another thread trains or loads it
   * @throws TrainingDivergedException at the first cost that is infinite or not a number; the
   *     network has its best parameters again
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
    Claim claim = network.claim();
    Training training;
    try {
      WeightsCheck.check(network);
      training = training(network, counted, plan, claim);
    } catch (Throwable e) {
      claim.close();
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

  private Training training(NeuralNetwork network, Samples data, TrainingPlan plan, Claim claim) {
    int used = threads(network, plan.batch());
    UpdatePlan updates = new UpdatePlan(optimizer, decay, clip, schedule);
    Learner learner = Learner.of(network, data, plan.batch(), updates, used, executor);
    boolean keepBest = stopping != null || restoreBest || !callbacks.isEmpty();
    Watch watch =
        new Watch(
            validation == null ? null : new Validation(network, validation, metrics),
            stopping,
            keepBest ? Snapshot.of(network) : null,
            timeLimit);
    TrainingState state = new TrainingState(plan);
    Audience audience = new Audience(listeners, callbacks);
    Diagnosis diagnosis = new Diagnosis(network, data, validation, updates);
    Steps steps = new Steps(state, learner, order, audience, diagnosis);
    return new Training(state, claim, steps, watch, stopping != null || restoreBest, audience);
  }

  /** All settings, in one line. */
  @Override
  public String toString() {
    return "Trainer["
        + Settings.text(
            optimizer, iterations, epochs, batch, order, decay, clip, schedule, threads, listeners)
        + "]";
  }

  private int threads(NeuralNetwork network, int rows) {
    int cores = Runtime.getRuntime().availableProcessors();
    return threads == ALL_CORES ? Threads.forBatch(network.shape(), rows, cores) : threads;
  }
}
