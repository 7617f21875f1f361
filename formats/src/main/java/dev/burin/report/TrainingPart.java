package dev.burin.report;

import dev.burin.train.Stretch;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a training went. */
final class TrainingPart {

  private TrainingPart() {}

  static String html(String settings, TrainingHistory history) {
    StringBuilder html = new StringBuilder("<p class=\"soft\">" + Html.text(settings) + "</p>\n");
    html.append(Html.facts(facts(history)));
    if (!history.hints().isEmpty()) {
      html.append("<h3>What looks wrong</h3>\n").append(Html.list(history.hints()));
    }
    return html.append(curves(history)).toString();
  }

  private static List<String> facts(TrainingHistory history) {
    TrainingPlan plan = history.plan();
    List<String> facts = new ArrayList<>();
    facts.addAll(List.of("samples", Integer.toString(plan.samples())));
    facts.addAll(
        List.of("batch", plan.fullBatch() ? "all samples" : Integer.toString(plan.batch())));
    facts.addAll(
        List.of(
            "updates",
            history.iterations() == plan.iterations()
                ? Integer.toString(plan.iterations())
                : history.iterations() + " of " + plan.iterations()));
    facts.addAll(List.of("epochs", Integer.toString(history.size())));
    facts.addAll(
        List.of(
            "cost",
            history.size() == 0
                ? Html.number(history.finalCost())
                : Html.number(history.cost(0)) + " → " + Html.number(history.finalCost())));
    double[] others = history.validationCosts();
    if (others.length > 0) {
      facts.addAll(
          List.of("least cost of validation", Html.number(Arrays.stream(others).min().orElse(0))));
    }
    history
        .restoredEpoch()
        .ifPresent(e -> facts.addAll(List.of("parameters of epoch", Integer.toString(e))));
    facts.addAll(
        List.of(
            "ending",
            history.ending().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            "time",
            String.format(Locale.ROOT, "%.2f s", history.seconds()),
            "samples a second",
            history.stretches().stream()
                .map(TrainingPart::speed)
                .collect(Collectors.joining(", then "))));
    return facts;
  }

  private static String speed(Stretch stretch) {
    return String.format(Locale.ROOT, "%,.0f (%s)", stretch.samplesPerSecond(), stretch.path());
  }

  private static String curves(TrainingHistory history) {
    if (history.size() == 0) {
      return "";
    }
    double[] epochs = epochs(history.size());
    Chart costs = new Chart("cost", "epoch", true).line("cost", 0, epochs, history.costs());
    if (history.validationCosts().length > 0) {
      costs.line(
          "validation cost",
          1,
          ofLength(epochs, history.validationCosts()),
          history.validationCosts());
    }
    StringBuilder html = new StringBuilder("<div class=\"charts\">\n").append(costs.svg());
    for (String name : history.metricNames()) {
      double[] values = history.metric(name);
      html.append(
          new Chart(name, "epoch", true)
              .line("validation " + name, 1, ofLength(epochs, values), values)
              .svg());
    }
    return html.append("</div>\n").toString();
  }

  private static double[] epochs(int size) {
    double[] epochs = new double[size];
    Arrays.setAll(epochs, e -> e);
    return epochs;
  }

  private static double[] ofLength(double[] epochs, double[] values) {
    return values.length == epochs.length ? epochs : epochs(values.length);
  }
}
