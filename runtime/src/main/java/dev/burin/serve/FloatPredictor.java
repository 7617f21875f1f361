package dev.burin.serve;

import dev.burin.network.Arguments;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import dev.burin.network.RawInputs;
import dev.burin.shape.NetworkShape;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the samples of any number of threads, each with the very bits that the network gives.
 *
 * <pre>{@code
 * FloatPredictor predictor = FloatPredictor.of(network).mode(Mode.AUTO).build();
 * predictor.warmUp(Duration.ofSeconds(30));
 * predictor.predict(x, 0, out, 0);     // from any thread
 * }</pre>
 *
 * <p>Where the network comes from a {@link Supplier}, as from {@link FloatServed}, each sample and
 * each batch asks it once, so that new weights are in use from the next one on and never mixed with
 * the old ones.
 *
 * <p>Nothing is allocated per call, and no thread is started. A predictor that batches has a bound
 * on the samples that wait, and refuses what is beyond it at once.
 */
public final class FloatPredictor implements AutoCloseable {

  /** How often a predictor that is being closed looks whether all is answered. */
  private static final long CLOSING_NANOS = 50_000;

  private final Supplier<FloatNetwork> served;
  private final NetworkShape shape;
  private final Mode asked;
  private final int rows;
  private final FloatBatcher batcher;
  private final FloatDirect direct;
  private final @Nullable Meter meter;
  private final Map<InputType, FloatPredictorReading> readings = new EnumMap<>(InputType.class);
  private volatile Mode mode;
  private volatile @Nullable Timing timing;
  private volatile boolean closed;

  FloatPredictor(
      Supplier<FloatNetwork> served, Mode asked, int rows, int capacity, @Nullable Meter meter) {
    this.served = served;
    this.shape = served.get().shape();
    this.asked = asked;
    this.rows = rows;
    this.meter = meter;
    this.batcher = new FloatBatcher(served, rows, capacity, meter);
    this.direct = new FloatDirect(served, meter);
    for (InputType type : InputType.values()) {
      readings.put(type, new FloatPredictorReading(this, type));
    }
    this.mode = asked == Mode.AUTO ? Mode.DIRECT : asked;
  }

  /** A predictor over a network whose weights stay. */
  public static FloatPredictorBuilder of(FloatNetwork network) {
    Objects.requireNonNull(network, "The network is null; give one with weights.");
    return new FloatPredictorBuilder(() -> network);
  }

  /** A predictor over a generated class whose weights stay. */
  public static FloatPredictorBuilder of(Engraved<FloatNetwork> engraved) {
    Objects.requireNonNull(engraved, "The network is null; give a generated class.");
    return of(engraved.network());
  }

  /**
   * A predictor over a network that may be another one from call to call.
   *
   * @param served gives a network at once and at any time, always of one shape, as {@link
   *     FloatServed} does
   */
  public static FloatPredictorBuilder serving(Supplier<? extends Engraved<FloatNetwork>> served) {
    Objects.requireNonNull(served, "The supplier is null; give one of a network.");
    return new FloatPredictorBuilder(() -> served.get().network());
  }

  /**
   * Has the network compiled before the first call and, in {@link Mode#AUTO}, measures which mode
   * is the better one.
   *
   * @param limit how long to wait for the compilation
   * @return what computes, and the times where they were measured, in one line
   */
  public String warmUp(Duration limit) {
    FloatNetwork network = served.get();
    long begin = System.nanoTime();
    String path = network.warmUp(limit);
    if (meter != null) {
      meter.look(network);
    }
    if (asked == Mode.AUTO) {
      Duration left = limit.minusNanos(System.nanoTime() - begin);
      Timing measured = FloatTimer.time(network, rows, left);
      timing = measured;
      mode = measured.choice();
    }
    return path + ", " + choice();
  }

  /** Answers to samples that lie in memory as numbers of some type. */
  public FloatPredictorReading reading(InputType type) {
    Objects.requireNonNull(type, "The type is null; give one.");
    return Objects.requireNonNull(readings.get(type));
  }

  /** The mode that calls of single samples take now: direct or batching. */
  public Mode mode() {
    return mode;
  }

  /** What samples take, where {@link #warmUp} has measured it, as it does in {@link Mode#AUTO}. */
  public Optional<Timing> timing() {
    return Optional.ofNullable(timing);
  }

  /** The samples that wait for others or are computed with them now. */
  public int waiting() {
    return batcher.waiting();
  }

  /**
   * The outputs of one sample.
   *
   * @param x holds {@code [in]} from xAt on
   * @param out receives {@code [out]} from outAt on; another array than x
   * @throws IllegalArgumentException if an index is negative, an array too short, or both are one
   * @throws RefusedException if the predictor is full or closed, or the thread is interrupted while
   *     it waits
   * @throws IllegalStateException if the network does not answer, as one without weights
   */
  public void predict(float[] x, int xAt, float[] out, int outAt) {
    refuse(answer(x, xAt, out, outAt, FloatRequest.NO_DEADLINE));
  }

  /**
   * {@link #predict(float[], int, float[], int)}, given up if nobody begins in time.
   *
   * @param nanos how long the sample may wait before it is begun, in nanoseconds
   * @throws RefusedException also if the time was over
   */
  public void predict(float[] x, int xAt, float[] out, int outAt, long nanos) {
    refuse(nanos <= 0 ? Refusal.LATE : answer(x, xAt, out, outAt, deadline(nanos)));
  }

  /**
   * {@link #predict(float[], int, float[], int)} where the predictor has room.
   *
   * @return false, at once and with nothing written, where it is full
   */
  public boolean tryPredict(float[] x, int xAt, float[] out, int outAt) {
    Refusal refusal = answer(x, xAt, out, outAt, FloatRequest.NO_DEADLINE);
    if (refusal == Refusal.FULL) {
      tell(refusal);
      return false;
    }
    refuse(refusal);
    return true;
  }

  /**
   * The outputs of n samples of one caller: the cheapest batch is the one that a caller has, so
   * that it computes it by itself in every mode.
   *
   * @param x holds {@code [n][in]}, row-major, from xAt on
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major, from outAt on; another array than x
   * @throws IllegalArgumentException if n or an index is negative, an array too short, or both are
   *     one
   * @throws RefusedException if the predictor is closed
   */
  public void predict(float[] x, int xAt, int n, float[] out, int outAt) {
    refuse(closed ? Refusal.CLOSED : null);
    direct.many(x, xAt, n, out, outAt);
  }

  /** Samples of one caller that lie in memory. */
  void predict(InputType type, Object x, long xAt, int n, float[] out, int outAt) {
    refuse(closed ? Refusal.CLOSED : null);
    direct.many(type, x, xAt, n, out, outAt);
  }

  private static long deadline(long nanos) {
    boolean ever = nanos > Long.MAX_VALUE / 2;
    return ever ? FloatRequest.NO_DEADLINE : System.nanoTime() + nanos;
  }

  private void refuse(@Nullable Refusal refusal) {
    if (refusal != null) {
      tell(refusal);
      throw new RefusedException(refusal);
    }
  }

  private void tell(Refusal refusal) {
    if (meter != null) {
      meter.refused(refusal);
    }
  }

  private @Nullable Refusal answer(float[] x, int xAt, float[] out, int outAt, long deadline) {
    if (closed) {
      return Refusal.CLOSED;
    }
    if (mode == Mode.DIRECT) {
      direct.one(x, xAt, out, outAt);
      return null;
    }
    // A leader computes for others too: what is wrong with this sample concerns its caller alone.
    Arguments.given(x, "inputs", 1, shape.inputs());
    Arguments.room("inputs", x.length, xAt, 1, shape.inputs());
    Arguments.given(out, "outputs", 1, shape.outputs());
    Arguments.room("outputs", out.length, outAt, 1, shape.outputs());
    Arguments.apart(x, out);
    return batcher.answer(x, xAt, out, outAt, deadline);
  }

  /** One sample that lies in memory, begun within some nanoseconds. */
  void predict(InputType type, Object x, long xAt, float[] out, int outAt, long nanos) {
    refuse(nanos <= 0 ? Refusal.LATE : answer(type, x, xAt, out, outAt, deadline(nanos)));
  }

  private @Nullable Refusal answer(
      InputType type, Object x, long xAt, float[] out, int outAt, long deadline) {
    if (closed) {
      return Refusal.CLOSED;
    }
    if (mode == Mode.DIRECT) {
      direct.one(type, x, xAt, out, outAt);
      return null;
    }
    RawInputs.check(type, x, xAt, 1, shape.inputs());
    Arguments.given(out, "outputs", 1, shape.outputs());
    Arguments.room("outputs", out.length, outAt, 1, shape.outputs());
    return batcher.answer(type, x, xAt, out, outAt, deadline);
  }

  /**
   * Takes no more samples, and returns when those that wait are answered. Callers that compute by
   * themselves may still be at it.
   */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (batcher.waiting() > 0) {
      LockSupport.parkNanos(this, CLOSING_NANOS);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String choice() {
    Timing measured = timing;
    return measured == null ? mode.name().toLowerCase(Locale.ROOT) : measured.toString();
  }

  /** The network, and how it computes single samples. */
  @Override
  public String toString() {
    return (closed ? "closed predictor of " : "predictor of ") + served.get() + ", " + choice();
  }
}
