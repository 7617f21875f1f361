package dev.burin.sample;

import dev.burin.train.Stretch;
import dev.burin.train.TrainingHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a training went: what computed its last steps and how many samples they took in a
 * second. Where the first steps ran on something else, they have a sentence of their own.
 */
final class Pace {

  private Pace() {}

  /**
   * The lines.
   *
   * @param kernels what the engraved kernels of the network report themselves as
   */
  static List<String> lines(TrainingHistory history, String kernels) {
    List<Stretch> stretches = history.stretches();
    Stretch last = stretches.getLast();
    List<String> lines =
        new ArrayList<>(List.of(Lines.path(last.path()), Lines.speed(last.samplesPerSecond())));
    for (Stretch stretch : stretches.subList(0, stretches.size() - 1)) {
      lines.add(
          Lines.format(
              "%,d of the %,d iterations before that ran on %s, with %,d samples/s.",
              stretch.iterations(),
              history.plan().iterations() - last.iterations(),
              stretch.path(),
              Math.round(stretch.samplesPerSecond())));
    }
    if (!last.path().equals(kernels)) {
      lines.add(
          "The training was over before the " + kernels + " kernels were compiled and proved.");
    }
    return lines;
  }
}
