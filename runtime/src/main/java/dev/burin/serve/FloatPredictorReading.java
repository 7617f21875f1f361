package dev.burin.serve;

import dev.burin.network.InputType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * What a predictor answers to samples as they lie in memory: the bits that it gives to an array of
 * the same numbers, with nothing allocated per call. {@link FloatPredictor#reading(InputType)}
 * gives it.
 *
 * <pre>{@code
 * FloatPredictorReading pixels = predictor.reading(InputType.UNSIGNED_BYTE);
 * pixels.predict(buffer, 0, out, 0);     // from any thread
 * }</pre>
 *
 * <p>A sample is copied on the thread that calls, so that a segment of that thread alone will do
 * even where another thread computes, and scaled by the very network that answers it. Places are
 * counted in bytes, and from the beginning of a buffer, whatever its position.
 */
public final class FloatPredictorReading {

  private final FloatPredictor predictor;
  private final InputType type;

  FloatPredictorReading(FloatPredictor predictor, InputType type) {
    this.predictor = predictor;
    this.type = type;
  }

  /** How the numbers lie in memory. */
  public InputType type() {
    return type;
  }

  /**
   * The outputs of one sample.
   *
   * @param x holds {@code [in]} from byte xAt on
   * @param out receives {@code [out]} from element outAt on
   * @throws IllegalArgumentException if a place is negative or there is less room
   * @throws RefusedException as {@link FloatPredictor#predict(float[], int, float[], int)} says
   * @throws IllegalStateException if the network does not answer, does not know how bytes are
   *     scaled, or the segment is closed
   */
  public void predict(MemorySegment x, long xAt, float[] out, int outAt) {
    one(x, xAt, out, outAt, FloatRequest.NO_DEADLINE);
  }

  /** {@link #predict(MemorySegment, long, float[], int)} for a sample in a buffer. */
  public void predict(ByteBuffer x, int xAt, float[] out, int outAt) {
    one(x, xAt, out, outAt, FloatRequest.NO_DEADLINE);
  }

  /** {@link #predict(MemorySegment, long, float[], int)} for a sample in an array. */
  public void predict(byte[] x, int xAt, float[] out, int outAt) {
    one(x, xAt, out, outAt, FloatRequest.NO_DEADLINE);
  }

  /**
   * {@link #predict(MemorySegment, long, float[], int)}, given up if nobody begins in time.
   *
   * @param nanos how long the sample may wait before it is begun, in nanoseconds
   * @throws RefusedException also if the time was over
   */
  public void predict(MemorySegment x, long xAt, float[] out, int outAt, long nanos) {
    one(x, xAt, out, outAt, nanos);
  }

  /** {@link #predict(MemorySegment, long, float[], int, long)} for a sample in a buffer. */
  public void predict(ByteBuffer x, int xAt, float[] out, int outAt, long nanos) {
    one(x, xAt, out, outAt, nanos);
  }

  /** {@link #predict(MemorySegment, long, float[], int, long)} for a sample in an array. */
  public void predict(byte[] x, int xAt, float[] out, int outAt, long nanos) {
    one(x, xAt, out, outAt, nanos);
  }

  private void one(Object x, long xAt, float[] out, int outAt, long nanos) {
    predictor.predict(type, x, xAt, out, outAt, nanos);
  }

  /**
   * The outputs of n samples of one caller, which computes them by itself in every mode.
   *
   * @param x holds {@code [n][in]}, row-major, from byte xAt on
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major, from element outAt on
   * @throws IllegalArgumentException if n or a place is negative or there is less room
   * @throws RefusedException if the predictor is closed
   * @throws IllegalStateException as {@link #predict(MemorySegment, long, float[], int)} says
   */
  public void predict(MemorySegment x, long xAt, int n, float[] out, int outAt) {
    predictor.predict(type, x, xAt, n, out, outAt);
  }

  /** {@link #predict(MemorySegment, long, int, float[], int)} for samples in a buffer. */
  public void predict(ByteBuffer x, int xAt, int n, float[] out, int outAt) {
    predictor.predict(type, x, xAt, n, out, outAt);
  }

  /** {@link #predict(MemorySegment, long, int, float[], int)} for samples in an array. */
  public void predict(byte[] x, int xAt, int n, float[] out, int outAt) {
    predictor.predict(type, x, xAt, n, out, outAt);
  }

  @Override
  public String toString() {
    return predictor + ", reading " + type;
  }
}
