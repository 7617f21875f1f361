package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.kernel.Claim;
import dev.burin.kernel.Engraved;
import dev.burin.kernel.NeuralNetwork;
import java.util.List;
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
  private final SampleOrder order;
  private final WeightDecay decay;
  private final int threads;
  private final List<TrainingListener> listeners;

  private Trainer(Builder builder, Optimizer optimizer) {
    this.optimizer = optimizer;
    this.iterations = builder.iterations;
    this.epochs = builder.epochs;
    this.batch = builder.batch;
    this.order = builder.order;
    this.decay = builder.decay;
    this.threads = builder.threads;
    this.listeners = List.copyOf(builder.listeners);
  }

  /** A trainer with nothing chosen yet: an optimizer and a length are needed. */
  public static Builder builder() {
    return new Builder();
  }

  /** Trains the network behind a generated class; see {@link #train(NeuralNetwork, Dataset)}. */
  public TrainingHistory train(Engraved<?> engraved, Dataset data) {
    return train(engraved.network(), data);
  }

  /**
   * Trains a network from the parameters that it has.
   *
   * @param network changed in place; it is claimed meanwhile, so that only the thread that trains
   *     it, and with it the listeners, may use it
   * @param data as wide as the inputs and outputs of the network
   * @throws IllegalArgumentException if the data are empty or do not fit the network
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it
   * @throws TrainingDivergedException at the first cost that is infinite or not a number
   */
  public TrainingHistory train(NeuralNetwork network, Dataset data) {
    Fit.check(network.shape(), data);
    TrainingPlan plan = TrainingPlan.of(data.size(), batch, iterations, epochs);
    try (Claim _ = network.claim()) {
      Learner learner =
          Learner.of(network, data, plan.batch(), optimizer, decay, threads(network, plan.batch()));
      return new TrainingRun(plan, learner, order, listeners).run();
    }
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
    private SampleOrder order = Order.of(1);
    private WeightDecay decay = WeightDecay.NONE;
    private int threads = ALL_CORES;
    private List<TrainingListener> listeners = List.of();

    private Builder() {}

    /** The rule that moves the parameters. */
    public Builder optimizer(Optimizer value) {
      optimizer = value;
      return this;
    }

    /**
     * The length as a number of updates; it takes the place of {@link #epochs(int)}.
     *
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
     * @throws IllegalArgumentException if the value is below 1
     */
    public Builder epochs(int value) {
      epochs = atLeastOne("number of epochs", value);
      iterations = 0;
      return this;
    }

    /**
     * The samples of one update. A full batch, the default, sees all samples in their own order at
     * each update; it is gathered once. The last batch of an epoch holds what is left, and its cost
     * is the mean over its own samples.
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
     * The seed of the order in which mini-batches see the samples; 1 if it is not given.
     *
     * <p>The order of epoch e, counted from 0, depends on the seed and e alone: it is {@code
     * Shuffle.permutation(n, seed + e * 0x9E3779B97F4A7C15L)} for n samples, the arithmetic
     * wrapping around; see {@link Shuffle}.
     */
    public Builder shuffle(long value) {
      return order(Order.of(value));
    }

    /** The order in which mini-batches see the samples; it takes the place of {@link #shuffle}. */
    public Builder order(SampleOrder value) {
      order = value;
      return this;
    }

    /**
     * Makes the weights decay; see {@link WeightDecay}. Costs are told without its term.
     *
     * @throws IllegalArgumentException if the value is negative, infinite or not a number
     */
    public Builder weightDecay(double lambda) {
      decay = new WeightDecay(lambda);
      return this;
    }

    /**
     * The threads that share the work of a batch, the caller among them, the others of the common
     * pool; if it is not given, all cores, or as many as have enough to do. No bit depends on it.
     *
     * @throws IllegalArgumentException if the value is below 1
     */
    public Builder threads(int value) {
      threads = atLeastOne("number of threads", value);
      return this;
    }

    /** Who is told, in this order; none if it is not given. */
    public Builder listeners(TrainingListener... value) {
      listeners = List.of(value);
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

    private static int atLeastOne(String what, int value) {
      if (value < 1) {
        throw new IllegalArgumentException("The " + what + " is " + value + ", not 1 or more.");
      }
      return value;
    }
  }
}
