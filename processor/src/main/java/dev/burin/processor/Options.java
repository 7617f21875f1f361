package dev.burin.processor;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.Map;
import java.util.Set;

/** The options of the processor: {@code -Aburin.explain}, alone or with true or false. */
final class Options {

  static final String EXPLAIN = "burin.explain";
  private static final String PREFIX = "burin.";

  private final Map<String, String> given;

  Options(Map<String, String> given) {
    this.given = given;
  }

  /** Whether the model and the plan are shown. */
  boolean explain() {
    return given.containsKey(EXPLAIN) && !"false".equals(given.get(EXPLAIN));
  }

  /** Reports options that begin with {@code burin.} and are not understood. */
  void check(Place place, Reporter reporter) {
    given.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !name.equals(EXPLAIN))
        .sorted()
        .forEach(name -> reporter.refuse(place, Message.OPTION_UNKNOWN, name));
    String value = given.get(EXPLAIN);
    if (value != null && !Set.of("true", "false").contains(value)) {
      reporter.refuse(place, Message.OPTION_VALUE, value);
    }
  }
}
