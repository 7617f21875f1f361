package dev.burin.train;

import dev.burin.optimize.Clip;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.WeightDecay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a trainer in words. */
final class Settings {

  private Settings() {}

  static String text(
      @Nullable Optimizer optimizer,
      int iterations,
      int epochs,
      int batch,
      Order order,
      WeightDecay decay,
      Clip clip,
      Schedule schedule,
      int threads,
      List<TrainingListener> listeners) {
    List<String> parts = new ArrayList<>();
    parts.add(optimizer == null ? "no optimizer" : optimizer.toString());
    if (iterations > 0) {
      parts.add(iterations + " iterations");
    } else {
      parts.add(epochs > 0 ? epochs + " epochs" : "no length");
    }
    if (batch == 0) {
      parts.add("full batch");
    } else {
      parts.add("batch " + batch);
      parts.add(text(order));
    }
    if (!decay.isNone()) {
      parts.add(decay.toString());
    }
    if (clip.kind() != Clip.Kind.NONE) {
      parts.add(clip.toString());
    }
    if (!schedule.equals(Schedule.constant())) {
      parts.add(schedule.toString());
    }
    parts.add(threads == 0 ? "all threads" : "threads " + threads);
    if (!listeners.isEmpty()) {
      parts.add("listeners " + listeners.size());
    }
    return String.join(", ", parts);
  }

  private static String text(Order order) {
    return order instanceof ShuffledOrder || order instanceof DataOrder
        ? order.toString()
        : "an order of its own";
  }
}
