package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.WeightDecay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Trainer}; each is checked where it is given. */
public final class TrainerBuilder {

  @Nullable Optimizer optimizer;
  int iterations;
  int epochs;
  int batch;
  int accumulate = 1;
  Order order = Order.shuffled(1);
  long seed = 1;
  WeightDecay decay = WeightDecay.NONE;
  Clip clip = Clip.NONE;
  Schedule schedule = Schedule.constant();
  @Nullable ReduceOnPlateau plateau;
  int threads = Trainer.ALL_CORES;
  Executor executor = ForkJoinPool.commonPool();
  List<TrainingListener> listeners = List.of();
  List<Callback> callbacks = List.of();
  @Nullable Samples validation;
  List<Metric> metrics = List.of();
  @Nullable EarlyStopping stopping;
  boolean restoreBest;
  @Nullable Duration timeLimit;
  int updateLimit;
  @Nullable Checkpoints checkpoints;

  TrainerBuilder() {}

  /** The rule that moves the parameters. */
  public TrainerBuilder optimizer(Optimizer value) {
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
  public TrainerBuilder iterations(int value) {
    iterations = atLeastOne("number of iterations", value);
    epochs = 0;
    return this;
  }

  /**
   * The length as a number of passes over the data; it takes the place of {@link #iterations(int)}.
   *
   * @param value 1 to 2147483647; the updates that it comes to may not be more either, which is
   *     looked at when the data are known
   * @throws IllegalArgumentException if the value is below 1
   */
  public TrainerBuilder epochs(int value) {
    epochs = atLeastOne("number of epochs", value);
    iterations = 0;
    return this;
  }

  /**
   * The samples of one update. A full batch, the default, sees all samples in their own order at
   * each update. A batch is read in chunks, right before they are used, so that one of any size
   * takes room for some samples only: there is no need to add up the gradients of smaller ones. The
   * last batch of an epoch holds what is left, and its cost is the mean over its own samples.
   *
   * @param value 0 for a full batch; a value above the number of samples means the same
   * @throws IllegalArgumentException if the value is negative
   */
  public TrainerBuilder batch(int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "The batch is " + value + " samples; give 1 or more, or 0 for a full batch.");
    }
    batch = value;
    return this;
  }

  /**
   * How many batches make one update: all bits are those of one batch that is so many times as
   * large, and each cost that is told is that of all of them. The last of an epoch may be fewer.
   *
   * @param value 1 or more; a full batch is one update anyway
   * @throws IllegalArgumentException if the value is below 1
   */
  public TrainerBuilder accumulate(int value) {
    accumulate = atLeastOne("number of batches of an update", value);
    return this;
  }

  /**
   * The order in which mini-batches see the samples; {@link Order#shuffled} from seed 1 if it is
   * not given.
   */
  public TrainerBuilder order(Order value) {
    order = Objects.requireNonNull(value, "The order is null; shuffle(seed) gives one.");
    return this;
  }

  /**
   * The seed of what is dropped in layers that are declared with dropout; 1 if it is not given.
   * What update number i drops depends on the seed and on i alone. The order of samples has a seed
   * of its own.
   */
  public TrainerBuilder seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Makes the weights decay by L2; see {@link WeightDecay}. Costs are told without its term.
   *
   * @throws IllegalArgumentException if the value is negative, infinite or not a number
   */
  public TrainerBuilder weightDecay(double l2) {
    return weightDecay(WeightDecay.l2(l2));
  }

  /** Makes parameters decay; none if it is not given. Costs are told without its terms. */
  public TrainerBuilder weightDecay(WeightDecay value) {
    decay = Objects.requireNonNull(value, "The weight decay is null; WeightDecay.NONE is none.");
    return this;
  }

  /** What bounds gradients before anything is done with them; nothing if it is not given. */
  public TrainerBuilder clip(Clip value) {
    clip = Objects.requireNonNull(value, "The clipping is null; Clip.NONE is none.");
    return this;
  }

  /** How the learning rate changes on the way; it stays as it is if this is not given. */
  public TrainerBuilder schedule(Schedule value) {
    schedule = Objects.requireNonNull(value, "The schedule is null; Schedule.constant() is none.");
    return this;
  }

  /** Makes the learning rate smaller when the training gets no better, beside any schedule. */
  public TrainerBuilder reduceOnPlateau(ReduceOnPlateau value) {
    plateau =
        Objects.requireNonNull(
            value, "The reduction on a plateau is null; new ReduceOnPlateau() is one.");
    return this;
  }

  /**
   * The threads that share the work of a batch, the caller among them; if it is not given, all
   * cores, or as many as have enough to do. No bit depends on it.
   *
   * @throws IllegalArgumentException if the value is not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public TrainerBuilder threads(int value) {
    threads = Threads.checked(value);
    return this;
  }

  /**
   * Where the threads beside the caller come from; the common pool if it is not given. It may be
   * busy, run tasks late or refuse them, as the caller does what nobody else has begun. No bit
   * depends on it.
   */
  public TrainerBuilder executor(Executor value) {
    executor =
        Objects.requireNonNull(
            value, "The executor is null; give one, or none for the common pool.");
    return this;
  }

  /** Who is told, in this order; none if it is not given. */
  public TrainerBuilder listeners(TrainingListener... value) {
    listeners = Settings.all("listener", value);
    return this;
  }

  /** Who is asked after each update and each epoch whether the training goes on. */
  public TrainerBuilder callbacks(Callback... value) {
    callbacks = Settings.all("callback", value);
    return this;
  }

  /**
   * Samples that the network does not learn from: their cost, and each metric, is measured after
   * each epoch; see {@link TrainingHistory#validationCosts()}. In full batches an epoch is one
   * update, so that this takes as much time as the samples are part of the whole.
   */
  public TrainerBuilder validation(Samples value, Metric... measured) {
    validation =
        Objects.requireNonNull(value, "The validation samples are null; give some, or do not ask.");
    metrics = Settings.all("metric", measured);
    return this;
  }

  /** Ends the training when it gets no better, and goes back to the best parameters. */
  public TrainerBuilder earlyStopping(EarlyStopping value) {
    stopping =
        Objects.requireNonNull(
            value, "The early stopping is null; give one, such as new EarlyStopping(10).");
    return this;
  }

  /**
   * Goes back to the best parameters at the end, whatever ended the training: those after the epoch
   * with the lowest cost of the validation samples, or, without such samples, with the lowest mean
   * cost of the epoch. {@link TrainingHistory#restoredEpoch()} tells which, and {@link
   * Training#exchange()} gives the last parameters back.
   */
  public TrainerBuilder restoreBest() {
    restoreBest = true;
    return this;
  }

  /**
   * The time that a run of a training may take, listeners included; it ends after the update that
   * goes beyond it. Another run goes on where it ended if there are {@link #checkpoints}.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public TrainerBuilder timeLimit(Duration value) {
    Objects.requireNonNull(value, "The time limit is null; give a duration, or none.");
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("The time limit is " + value + "; give more than 0.");
    }
    timeLimit = value;
    return this;
  }

  /**
   * The updates that one run of a training may make, as {@link #timeLimit} says of its time; {@link
   * #iterations} is the length of the training itself.
   *
   * @throws IllegalArgumentException if the value is below 1
   */
  public TrainerBuilder updateLimit(int value) {
    updateLimit = atLeastOne("update limit", value);
    return this;
  }

  /** Saves the training in a folder after each epoch; see {@link Checkpoints}. */
  public TrainerBuilder checkpoints(Path folder) {
    return checkpoints(Checkpoints.in(folder));
  }

  /** Saves the training while it runs, and goes on with the one that was saved there before. */
  public TrainerBuilder checkpoints(Checkpoints value) {
    checkpoints =
        Objects.requireNonNull(
            value, "The checkpoints are null; give Checkpoints.in(folder), or do not ask.");
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
    return "TrainerBuilder[" + Settings.text(this) + "]";
  }

  private static int atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("The " + what + " is " + value + ", not 1 or more.");
    }
    return value;
  }
}
