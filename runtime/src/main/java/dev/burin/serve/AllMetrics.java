package dev.burin.serve;

import dev.burin.machine.Readiness;
import java.util.List;

/** Tells each of some; counted by an index, so that nothing is allocated. */
record AllMetrics(List<ServingMetrics> each) implements ServingMetrics {

  @Override
  public void computed(int rows, long nanos) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).computed(rows, nanos);
    }
  }

  @Override
  public void sampled(long nanos) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).sampled(nanos);
    }
  }

  @Override
  public void refused(Refusal reason) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).refused(reason);
    }
  }

  @Override
  public void swapped(Swap swap, long nanos) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).swapped(swap, nanos);
    }
  }

  @Override
  public void changedOver(Readiness readiness, String path) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).changedOver(readiness, path);
    }
  }
}
