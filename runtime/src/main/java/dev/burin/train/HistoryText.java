package dev.burin.train;

import dev.burin.safetensors.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A history for other programs: every number as the shortest text that reads back to it. */
final class HistoryText {

  private HistoryText() {}

  static String csv(TrainingHistory history) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("cost", history.costs());
    if (history.validationCosts().length > 0) {
      columns.put("validation cost", history.validationCosts());
    }
    history.metricNames().forEach(name -> columns.put(name, history.metric(name)));
    StringBuilder text = new StringBuilder("epoch,update");
    columns.keySet().forEach(name -> text.append(',').append(quoted(name)));
    for (int e = 0; e < history.size(); e++) {
      text.append('\n').append(e).append(',').append(history.iteration(e));
      for (double[] column : columns.values()) {
        text.append(',').append(e < column.length ? Double.toString(column[e]) : "");
      }
    }
    return text.append('\n').toString();
  }

  /** As RFC 4180 has it. */
  private static String quoted(String name) {
    return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  static String json(TrainingHistory history) {
    List<String> members = new ArrayList<>();
    members.add("\"samples\": " + history.plan().samples());
    members.add("\"batch\": " + history.plan().batch());
    members.add("\"planned updates\": " + history.plan().iterations());
    members.add("\"updates\": " + history.iterations());
    members.add("\"ending\": \"" + history.ending().name() + '"');
    String restored =
        history.restoredEpoch().isPresent()
            ? Integer.toString(history.restoredEpoch().getAsInt())
            : "null";
    members.add("\"restored epoch\": " + restored);
    members.add("\"seconds\": " + number(history.seconds()));
    members.add("\"final cost\": " + number(history.finalCost()));
    members.add("\"cost\": " + numbers(history.costs()));
    members.add("\"validation cost\": " + numbers(history.validationCosts()));
    members.add(
        history.metricNames().stream()
            .map(name -> "\n    " + JsonText.string(name) + ": " + numbers(history.metric(name)))
            .collect(Collectors.joining(",", "\"metrics\": {", "\n  }")));
    members.add(
        history.hints().stream()
            .map(hint -> "\n    " + JsonText.string(hint))
            .collect(Collectors.joining(",", "\"hints\": [", "\n  ]")));
    return members.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(HistoryText::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** JSON (RFC 8259) has no word for what is not finite. */
  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }
}
