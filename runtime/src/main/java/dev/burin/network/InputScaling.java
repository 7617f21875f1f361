package dev.burin.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * How raw bytes become the inputs of a network: {@code (b - shift[j]) / divisor[j]} for column j,
 * computed in double and rounded once, as a {@code Scaling} or a {@code ByteTable} of the room
 * {@code dev.burin.data} computes it. It belongs to the weights, which were trained on what it
 * gives, and is saved with them. Immutable.
 *
 * <pre>{@code
 * network.network().inputScaling(InputScaling.over(255));     // pixels to 0..1
 * WeightsFile.save(file, network);
 * }</pre>
 */
public final class InputScaling {

  /** What the header of a weights file has room for, beside the notes of a user. */
  private static final int MOST_COLUMNS = 8_192;

  private final double[] shift;
  private final double[] divisor;
  private final ByteQuotients quotients;

  private InputScaling(double[] shift, double[] divisor) {
    this.shift = shift;
    this.divisor = divisor;
    this.quotients = new ByteQuotients(shift[0], divisor[0]);
  }

  /**
   * One divisor for all columns, without a shift: 255 takes pixels to 0..1, 1 leaves bytes as they
   * are.
   *
   * @throws IllegalArgumentException as {@link #of} says
   */
  public static InputScaling over(double divisor) {
    return of(new double[] {0}, new double[] {divisor});
  }

  /**
   * A shift and a divisor for each column, or one of each for all of them; the arrays are copied.
   * Layers of more than 8,192 inputs take one of each.
   *
   * @param shift {@code [columns]} or {@code [1]}, finite
   * @param divisor as long as the shift, finite and not 0
   * @throws IllegalArgumentException if the arrays differ in length or are empty, if a number is
   *     not finite, or if a byte would be more than a float holds
   */
  public static InputScaling of(double[] shift, double[] divisor) {
    Objects.requireNonNull(shift, "The array of shifts is null; give one number per column.");
    Objects.requireNonNull(divisor, "The array of divisors is null; give one number per column.");
    if (shift.length != divisor.length || shift.length == 0 || shift.length > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A scaling needs one shift and one divisor per column, 1 to %d of each, not %d and"
                  + " %d.",
              MOST_COLUMNS,
              shift.length,
              divisor.length));
    }
    for (int j = 0; j < shift.length; j++) {
      double greatest = Math.max(Math.abs(shift[j]), Math.abs(255 - shift[j]));
      if (!(greatest / Math.abs(divisor[j]) <= Float.MAX_VALUE) || Double.isInfinite(divisor[j])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column %d has shift %s and divisor %s; both must be finite, the divisor not 0, and"
                    + " what becomes of 0 and of 255 a float.",
                j,
                shift[j],
                divisor[j]));
      }
    }
    return new InputScaling(shift.clone(), divisor.clone());
  }

  /** The number of columns; 1 where one shift and one divisor are for any number of columns. */
  public int columns() {
    return shift.length;
  }

  /** What is subtracted, {@code [columns()]}, in a new array. */
  public double[] shift() {
    return shift.clone();
  }

  /** What is then divided by, {@code [columns()]}, in a new array. */
  public double[] divisor() {
    return divisor.clone();
  }

  /** Whether it can be that of a network with so many inputs. */
  boolean fits(int inputs) {
    return shift.length == 1 || shift.length == inputs;
  }

  /** Scales whole rows of bytes. */
  void scale(byte[] from, int count, float[] to, int at) {
    if (shift.length == 1) {
      quotients.copy(from, count, to, at);
      return;
    }
    for (int row = 0; row < count; row += shift.length) {
      for (int j = 0; j < shift.length; j++) {
        to[at + row + j] = (float) (((from[row + j] & 255) - shift[j]) / divisor[j]);
      }
    }
  }

  /** Scales whole rows of bytes. */
  void scale(byte[] from, int count, double[] to, int at) {
    if (shift.length == 1) {
      quotients.copy(from, count, to, at);
      return;
    }
    for (int row = 0; row < count; row += shift.length) {
      for (int j = 0; j < shift.length; j++) {
        to[at + row + j] = ((from[row + j] & 255) - shift[j]) / divisor[j];
      }
    }
  }

  /** The numbers as a text that {@link #parse} reads: shifts and divisors in turns. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < shift.length; j++) {
      text.append(j == 0 ? "" : " ").append(shift[j]).append(' ').append(divisor[j]);
    }
    return text.toString();
  }

  /**
   * A scaling from its {@link #text()}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static InputScaling parse(String text) {
    Objects.requireNonNull(text, "The text is null; give that of a scaling.");
    String[] numbers = text.split(" ", -1);
    if (numbers.length % 2 != 0) {
      throw new IllegalArgumentException(
          "A scaling is pairs of a shift and a divisor, not " + numbers.length + " numbers.");
    }
    double[] shift = new double[numbers.length / 2];
    double[] divisor = new double[numbers.length / 2];
    for (int j = 0; j < shift.length; j++) {
      shift[j] = Double.parseDouble(numbers[2 * j]);
      divisor[j] = Double.parseDouble(numbers[2 * j + 1]);
    }
    return of(shift, divisor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InputScaling scaling
        && Arrays.equals(shift, scaling.shift)
        && Arrays.equals(divisor, scaling.divisor);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shift) + Arrays.hashCode(divisor);
  }

  /** The first column, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "(b - %.6g) / %.6g%s",
        shift[0],
        divisor[0],
        shift.length == 1 ? "" : ", ... in " + shift.length + " columns");
  }
}
