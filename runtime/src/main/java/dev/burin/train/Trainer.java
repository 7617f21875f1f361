package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.Claim;
import dev.burin.kernel.Engraved;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.UpdatePlan;
import dev.burin.optimize.WeightDecay;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
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

  private static final int ALL_CORES = 0;

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

  private Trainer(Builder builder, Optimizer optimizer) {
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
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Trains a generated class or a network from the parameters that it has.
   *
   * <p>All numbers are looked at before the first step. Features and targets are finite. Targets of
   * {@link dev.burin.Loss#BINARY_CROSS_ENTROPY} lie from 0 to 1; those of {@link
   * dev.burin.Loss#CROSS_ENTROPY} lie from 0 to 1 and sum to 1 in each row, up to {@link
   * dev.burin.kernel.TrainingValues#SUM}. A float network takes no number that is infinite in
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
    Diagnosis diagnosis = new Diagnosis(network, data, updates);
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

  /** Collects the settings of a {@link Trainer}; each is checked where it is given. */
  public static final class Builder {

    private @Nullable Optimizer optimizer;
    private int iterations;
    private int epochs;
    private int batch;
    private Order order = Order.shuffled(1);
    private WeightDecay decay = WeightDecay.NONE;
    private Clip clip = Clip.NONE;
    private Schedule schedule = Schedule.constant();
    private int threads = ALL_CORES;
    private Executor executor = ForkJoinPool.commonPool();
    private List<TrainingListener> listeners = List.of();
    private List<Callback> callbacks = List.of();
    private @Nullable Samples validation;
    private List<Metric> metrics = List.of();
    private @Nullable EarlyStopping stopping;
    private boolean restoreBest;
    private @Nullable Duration timeLimit;

    private Builder() {}

    /** The rule that moves the parameters. */
    public Builder optimizer(Optimizer value) {
      optimizer =
          Objects.requireNonNull(value, "The optimizer is null; give one, such as new Sgd(0.1).");
      return this;
    }

    /**
     * The length as a number of updates; it takes the place of {@link #epochs(int)}.
     *
     * @param value 1 to 2147483647
     * @throws IllegalArgumentException if the value is below 1
     */
    public Builder iterations(int value) {
      iterations = atLeastOne("number of iterations", value);
      epochs = 0;
      return this;
    }

    /**
     * The length as a number of passes over the data; it takes the place of {@link
     * #iterations(int)}.
     *
     * @param value 1 to 2147483647; the updates that it comes to may not be more either, which is
     *     looked at when the data are known
     * @throws IllegalArgumentException if the value is below 1
     */
    public Builder epochs(int value) {
      epochs = atLeastOne("number of epochs", value);
      iterations = 0;
      return this;
    }

    /**
     * The samples of one update. A full batch, the default, sees all samples in their own order at
     * each update. A batch is read in chunks, right before they are used, so that one of any size
     * takes room for some samples only: there is no need to add up the gradients of smaller ones.
     * The last batch of an epoch holds what is left, and its cost is the mean over its own samples.
     *
     * @param value 0 for a full batch; a value above the number of samples means the same
     * @throws IllegalArgumentException if the value is negative
     */
    public Builder batch(int value) {
      if (value < 0) {
        throw new IllegalArgumentException(
            "The batch is " + value + " samples; give 1 or more, or 0 for a full batch.");
      }
      batch = value;
      return this;
    }

    /**
     * The order in which mini-batches see the samples; {@link Order#shuffled} from seed 1 if it is
     * not given.
     */
    public Builder order(Order value) {
      order = Objects.requireNonNull(value, "The order is null; shuffle(seed) gives one.");
      return this;
    }

    /**
     * Makes the weights decay by L2; see {@link WeightDecay}. Costs are told without its term.
     *
     * @throws IllegalArgumentException if the value is negative, infinite or not a number
     */
    public Builder weightDecay(double l2) {
      return weightDecay(WeightDecay.l2(l2));
    }

    /** Makes parameters decay; none if it is not given. Costs are told without its terms. */
    public Builder weightDecay(WeightDecay value) {
      decay = Objects.requireNonNull(value, "The weight decay is null; WeightDecay.NONE is none.");
      return this;
    }

    /** What bounds gradients before anything is done with them; nothing if it is not given. */
    public Builder clip(Clip value) {
      clip = Objects.requireNonNull(value, "The clipping is null; Clip.NONE is none.");
      return this;
    }

    /** How the learning rate changes on the way; it stays as it is if this is not given. */
    public Builder schedule(Schedule value) {
      schedule =
          Objects.requireNonNull(value, "The schedule is null; Schedule.constant() is none.");
      return this;
    }

    /**
     * The threads that share the work of a batch, the caller among them; if it is not given, all
     * cores, or as many as have enough to do. No bit depends on it.
     *
     * @throws IllegalArgumentException if the value is not from 1 to {@value
     *     NeuralNetwork#MOST_THREADS}
     */
    public Builder threads(int value) {
      threads = Threads.checked(value);
      return this;
    }

    /**
     * Where the threads beside the caller come from; the common pool if it is not given. It may be
     * busy, run tasks late or refuse them, as the caller does what nobody else has begun. No bit
     * depends on it.
     */
    public Builder executor(Executor value) {
      executor =
          Objects.requireNonNull(
              value, "The executor is null; give one, or none for the common pool.");
      return this;
    }

    /** Who is told, in this order; none if it is not given. */
    public Builder listeners(TrainingListener... value) {
      Objects.requireNonNull(value, "The listeners are null; give none or some.");
      for (TrainingListener listener : value) {
        Objects.requireNonNull(listener, "A listener is null; leave it out.");
      }
      listeners = List.of(value);
      return this;
    }

    /** Who is asked after each update and each epoch whether the training goes on. */
    public Builder callbacks(Callback... value) {
      Objects.requireNonNull(value, "The callbacks are null; give none or some.");
      for (Callback callback : value) {
        Objects.requireNonNull(callback, "A callback is null; leave it out.");
      }
      callbacks = List.of(value);
      return this;
    }

    /**
     * Samples that the network does not learn from: their cost, and each metric, is measured after
     * each epoch; see {@link TrainingHistory#validationCosts()}. In full batches an epoch is one
     * update, so that this takes as much time as the samples are part of the whole.
     */
    public Builder validation(Samples value, Metric... measured) {
      validation =
          Objects.requireNonNull(
              value, "The validation samples are null; give some, or do not ask.");
      Objects.requireNonNull(measured, "The metrics are null; give none or some.");
      for (Metric metric : measured) {
        Objects.requireNonNull(metric, "A metric is null; leave it out.");
      }
      metrics = List.of(measured);
      return this;
    }

    /** Ends the training when it gets no better, and goes back to the best parameters. */
    public Builder earlyStopping(EarlyStopping value) {
      stopping =
          Objects.requireNonNull(
              value, "The early stopping is null; give one, such as new EarlyStopping(10).");
      return this;
    }

    /**
     * Goes back to the best parameters at the end, whatever ended the training: those after the
     * epoch with the lowest cost of the validation samples, or, without such samples, with the
     * lowest mean cost of the epoch. {@link TrainingHistory#restoredEpoch()} tells which, and
     * {@link Training#exchange()} gives the last parameters back.
     */
    public Builder restoreBest() {
      restoreBest = true;
      return this;
    }

    /**
     * The time that a training may take, listeners included; it ends after the update that goes
     * beyond it.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Builder timeLimit(Duration value) {
      Objects.requireNonNull(value, "The time limit is null; give a duration, or none.");
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("The time limit is " + value + "; give more than 0.");
      }
      timeLimit = value;
      return this;
    }

    /**
     * The trainer.
     *
     * @throws IllegalStateException if there is no optimizer or no length
     */
    public Trainer build() {
      Optimizer chosen = optimizer;
      if (chosen == null) {
        throw new IllegalStateException(
            "A trainer needs an optimizer; give one, such as new Sgd(0.1).");
      }
      if (iterations == 0 && epochs == 0) {
        throw new IllegalStateException(
            "A trainer needs a length; give iterations(1000) or epochs(10).");
      }
      return new Trainer(this, chosen);
    }

    /** The settings so far, in one line. */
    @Override
    public String toString() {
      return "Trainer.Builder["
          + Settings.text(
              optimizer,
              iterations,
              epochs,
              batch,
              order,
              decay,
              clip,
              schedule,
              threads,
              listeners)
          + "]";
    }

    private static int atLeastOne(String what, int value) {
      if (value < 1) {
        throw new IllegalArgumentException("The " + what + " is " + value + ", not 1 or more.");
      }
      return value;
    }
  }
}
