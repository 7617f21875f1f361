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

  /** Puts down the time so far, and does not end the stretch at hand. */
  void save(StateWriter out, int iteration) {
    List<Stretch> all = new ArrayList<>(done);
    if (iteration > from) {
      all.add(stretch(iteration));
    }
    out.whole("clock.nanos", nanos);
    out.whole("clock.stretches", all.size());
    for (int i = 0; i < all.size(); i++) {
      Stretch each = all.get(i);
      out.text("clock." + i + ".path", each.path());
      out.whole("clock." + i + ".iterations", each.iterations());
      out.whole("clock." + i + ".samples", each.samples());
      out.number("clock." + i + ".seconds", each.seconds());
    }
  }

  /** Goes on from what was put down after some updates. */
  void restore(StateReader in, int iteration) {
    nanos = in.wide("clock.nanos");
    fromNanos = nanos;
    from = iteration;
    for (int i = 0; i < in.whole("clock.stretches"); i++) {
      done.add(
          new Stretch(
              in.text("clock." + i + ".path"),
              in.whole("clock." + i + ".iterations"),
              in.wide("clock." + i + ".samples"),
              in.number("clock." + i + ".seconds")));
    }
  }

  private void end(int iteration) {
    if (iteration > from) {
      done.add(stretch(iteration));
      from = iteration;
      fromNanos = nanos;
    }
  }

  private Stretch stretch(int iteration) {
    long samples = plan.samplesAfter(iteration) - plan.samplesAfter(from);
    return new Stretch(path, iteration - from, samples, seconds(nanos - fromNanos));
  }

  /** Never 0: a clock may not have moved. */
  private static double seconds(long nanos) {
    return Math.max(nanos, 1) * 1e-9;
  }
}
