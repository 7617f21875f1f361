package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link FloatPredictor}; each is checked where it is given. */
public final class FloatPredictorBuilder {

  /**
   * Where tiles of every machine are full and one batch holds a carrier for some microseconds only.
   */
  private static final int ROWS = 64;

  private static final int MOST_ROWS = 4_096;

  /** Requests of 64 bytes each: what a burst of as many virtual threads may have waiting. */
  private static final int CAPACITY = 1_024;

  private static final int MOST_CAPACITY = 1 << 20;

  private final Supplier<FloatNetwork> served;
  private Mode mode = Mode.AUTO;
  private int rows = ROWS;
  private int capacity = CAPACITY;
  private @Nullable ServingMetrics metrics;

  FloatPredictorBuilder(Supplier<FloatNetwork> served) {
    this.served = served;
  }

  /** How single samples are computed; {@link Mode#AUTO} if it is not given. */
  public FloatPredictorBuilder mode(Mode value) {
    mode = Objects.requireNonNull(value, "The mode is null; give DIRECT, BATCHING or AUTO.");
    return this;
  }

  /**
   * The most samples of a batch; 64 if it is not given.
   *
   * @param value 2 to 4096
   * @throws IllegalArgumentException if the value is out of range
   */
  public FloatPredictorBuilder rows(int value) {
    rows = inRange("number of rows", value, 2, MOST_ROWS);
    return this;
  }

  /**
   * The samples that may wait at the same time; 1024 if it is not given.
   *
   * @param value 1 to 1048576
   * @throws IllegalArgumentException if the value is out of range
   */
  public FloatPredictorBuilder capacity(int value) {
    capacity = inRange("capacity", value, 1, MOST_CAPACITY);
    return this;
  }

  /** Hears what the predictor does; nobody does if it is not given. */
  public FloatPredictorBuilder metrics(ServingMetrics value) {
    metrics = Objects.requireNonNull(value, "The metrics are null; give some, or none.");
    return this;
  }

  private static int inRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The %s is %d, not %d to %d.", what, value, least, most));
    }
    return value;
  }

  /**
   * The predictor.
   *
   * @throws IllegalArgumentException if a batch of so many rows is longer than an array
   */
  public FloatPredictor build() {
    return new FloatPredictor(served, mode, rows, capacity, Meter.of(metrics));
  }
}
