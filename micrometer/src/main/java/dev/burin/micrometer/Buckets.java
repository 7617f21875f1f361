package dev.burin.micrometer;

import java.time.Duration;

/**
 * From a microsecond to a second: the usual buckets from some milliseconds on would see nothing.
 */
final class Buckets {

  private static final long[] MICROS = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
    200_000, 500_000, 1_000_000
  };

  private Buckets() {}

  static Duration[] times() {
    Duration[] times = new Duration[MICROS.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = Duration.ofNanos(1_000 * MICROS[i]);
    }
    return times;
  }

  /** Powers of two up to the most rows of a batch. */
  static double[] rows() {
    double[] rows = new double[13];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 1 << i;
    }
    return rows;
  }
}
