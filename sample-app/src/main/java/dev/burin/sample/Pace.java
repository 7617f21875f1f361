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

  static List<String> lines(TrainingHistory history) {
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
    return lines;
  }
}
