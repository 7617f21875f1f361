package dev.burin.train;

import java.util.ArrayList;
import java.util.List;

/** The time of all steps, and which of them ran on which path. */
final class Stopwatch {

  private final List<Stretch> done = new ArrayList<>();
  private String path = "";
  private int iterations;
  private long samples;
  private long from;
  private long nanos;
  private long pending;

  /** Adds time to the step at hand. */
  void add(long more) {
    pending += more;
  }

  /** Ends a step. */
  void step(String on, int count) {
    if (!on.equals(path)) {
      end();
      path = on;
    }
    nanos += pending;
    pending = 0;
    iterations++;
    samples += count;
  }

  double seconds() {
    return seconds(nanos);
  }

  List<Stretch> stretches() {
    end();
    return List.copyOf(done);
  }

  private void end() {
    if (iterations > 0) {
      done.add(new Stretch(path, iterations, samples, seconds(nanos - from)));
      iterations = 0;
      samples = 0;
      from = nanos;
    }
  }

  /** Never 0: a clock may not have moved. */
  private static double seconds(long nanos) {
    return Math.max(nanos, 1) * 1e-9;
  }
}
