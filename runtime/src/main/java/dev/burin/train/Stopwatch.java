package dev.burin.train;

import java.util.ArrayList;
import java.util.List;

/** The time of all steps, and which of them ran on which path. */
final class Stopwatch {

  private final TrainingPlan plan;
  private final List<Stretch> done = new ArrayList<>();
  private String path = "";
  private int from;
  private long fromNanos;
  private long nanos;

  Stopwatch(TrainingPlan plan) {
    this.plan = plan;
  }

  /** Adds time to the step at hand. */
  void add(long more) {
    nanos += more;
  }

  /** Says what computes a step, before any of its time is added. */
  void on(String now, int iteration) {
    if (!now.equals(path)) {
      end(iteration);
      path = now;
    }
  }

  double seconds() {
    return seconds(nanos);
  }

  /** All stretches until some updates have been made. */
  List<Stretch> stretches(int iterations) {
    end(iterations);
    return List.copyOf(done);
  }

  private void end(int iteration) {
    if (iteration > from) {
      long samples = plan.samplesAfter(iteration) - plan.samplesAfter(from);
      done.add(new Stretch(path, iteration - from, samples, seconds(nanos - fromNanos)));
      from = iteration;
      fromNanos = nanos;
    }
  }

  /** Never 0: a clock may not have moved. */
  private static double seconds(long nanos) {
    return Math.max(nanos, 1) * 1e-9;
  }
}
