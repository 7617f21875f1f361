package dev.burin.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** The lines that scripts read: words and numbers with one space between, always in this form. */
public final class Lines {

  /** What a float holds, and not a digit more. */
  private static final int DIGITS = 7;

  private Lines() {}

  /** {@code cost 100 0.3094035}: the iteration, and the cost before it with seven digits. */
  static String cost(int iteration, double cost) {
    return "cost " + iteration + " " + significant(cost);
  }

  /** {@code train accuracy 0.9600} or {@code test accuracy 0.9598}. */
  public static String accuracy(String part, double accuracy) {
    return format("%s accuracy %.4f", part, accuracy);
  }

  /** {@code gradient distance 8.0e-10 layer 2}. */
  static String gradient(double distance, int layer) {
    return format("gradient distance %.1e layer %d", distance, layer);
  }

  /** {@code kernel distance 1.2e-07 layer 2}. */
  static String kernel(double distance, int layer) {
    return format("kernel distance %.1e layer %d", distance, layer);
  }

  /** {@code samples/s 123456}. */
  static String speed(double samplesPerSecond) {
    return "samples/s " + Math.round(samplesPerSecond);
  }

  /** {@code path avx512}: what computes. */
  public static String path(String path) {
    return "path " + path;
  }

  /** Text that is the same in every country. */
  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
  public static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String significant(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    return rounded.setScale(rounded.scale() + DIGITS - rounded.precision()).toPlainString();
  }
}
