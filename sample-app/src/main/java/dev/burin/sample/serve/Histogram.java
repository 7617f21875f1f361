package dev.burin.sample.serve;

import java.util.concurrent.atomic.LongAdder;

/**
 * How often something took how long, in buckets from a microsecond to a second: a network answers
 * within microseconds, where the usual buckets from 5 ms would see nothing.
 */
final class Histogram {

  private static final long[] NANOS = {
    1_000, 2_000, 5_000,
    10_000, 20_000, 50_000,
    100_000, 200_000, 500_000,
    1_000_000, 2_000_000, 5_000_000,
    10_000_000, 20_000_000, 50_000_000,
    100_000_000, 200_000_000, 500_000_000,
    1_000_000_000
  };

  private static final double SECOND = 1e9;

  private final LongAdder[] counts = new LongAdder[NANOS.length + 1];
  private final LongAdder sum = new LongAdder();

  Histogram() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void add(long nanos) {
    int bucket = 0;
    while (bucket < NANOS.length && nanos > NANOS[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
  }

  /** Each bucket with all that are below it, the sum and the number, as Prometheus wants them. */
  void write(StringBuilder text, String name) {
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i].sum();
      text.append(name).append("_bucket{le=\"");
      text.append(i < NANOS.length ? Double.toString(NANOS[i] / SECOND) : "+Inf");
      text.append("\"} ").append(below).append('\n');
    }
    text.append(name).append("_sum ").append(sum.sum() / SECOND).append('\n');
    text.append(name).append("_count ").append(below).append('\n');
  }
}
