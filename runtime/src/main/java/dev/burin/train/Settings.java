package dev.burin.train;

import dev.burin.optimize.Clip;
import dev.burin.optimize.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The settings of a trainer in words. */
final class Settings {

  private Settings() {}

  static String text(TrainerBuilder from) {
    List<String> parts = new ArrayList<>();
    parts.add(from.optimizer == null ? "no optimizer" : from.optimizer.toString());
    if (from.iterations > 0) {
      parts.add(from.iterations + " iterations");
    } else {
      parts.add(from.epochs > 0 ? from.epochs + " epochs" : "no length");
    }
    if (from.batch == 0) {
      parts.add("full batch");
    } else {
      parts.add("batch " + from.batch + (from.accumulate > 1 ? " x " + from.accumulate : ""));
      parts.add(text(from.order));
    }
    if (from.seed != 1) {
      parts.add("seed " + from.seed);
    }
    if (!from.decay.isNone()) {
      parts.add(from.decay.toString());
    }
    if (from.clip.kind() != Clip.Kind.NONE) {
      parts.add(from.clip.toString());
    }
    if (!from.schedule.equals(Schedule.constant())) {
      parts.add(from.schedule.toString());
    }
    if (from.plateau != null) {
      parts.add(from.plateau.toString());
    }
    parts.add(from.threads == 0 ? "all threads" : "threads " + from.threads);
    if (!from.listeners.isEmpty()) {
      parts.add("listeners " + from.listeners.size());
    }
    if (from.checkpoints != null) {
      parts.add(from.checkpoints.toString());
    }
    return String.join(", ", parts);
  }

  /** Some of a kind, of which none is null. */
  static <T> List<T> all(String kind, T[] given) {
    Objects.requireNonNull(given, () -> "The " + kind + "s are null; give none or some.");
    for (T each : given) {
      Objects.requireNonNull(each, () -> "A " + kind + " is null; leave it out.");
    }
    return List.of(given);
  }

  private static String text(Order order) {
    return order instanceof ShuffledOrder || order instanceof DataOrder
        ? order.toString()
        : "an order of its own";
  }
}
