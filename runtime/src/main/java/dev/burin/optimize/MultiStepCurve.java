package dev.burin.optimize;

import java.util.List;

/** Stairs at given counts. */
record MultiStepCurve(double gamma, List<Long> milestones) implements Curve {

  MultiStepCurve {
    Counts.positive("gamma", gamma);
    milestones = List.copyOf(milestones);
    long before = 0;
    for (long milestone : milestones) {
      if (milestone <= before) {
        throw new IllegalArgumentException(
            "The milestones of the schedule are " + milestones + ", not ascending from 1 on.");
      }
      before = milestone;
    }
  }

  @Override
  public double factor(long t) {
    int passed = 0;
    while (passed < milestones.size() && milestones.get(passed) <= t) {
      passed++;
    }
    return StrictMath.pow(gamma, passed);
  }
}
