package dev.burin.processor;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of the processor: {@code -Aburin.explain}, alone or with true or false, and {@code
 * -Aburin.resources} with the folders in which weights files are looked for first.
 */
final class Options {

  static final String EXPLAIN = "burin.explain";
  static final String RESOURCES = "burin.resources";
  private static final String PREFIX = "burin.";

  private final Map<String, String> given;

  Options(Map<String, String> given) {
    this.given = given;
  }

  /** Whether the model and the plan are shown. */
  boolean explain() {
    return given.containsKey(EXPLAIN) && !"false".equals(given.get(EXPLAIN));
  }

  /** The folders that are named, existing or not. */
  List<String> resources() {
    String folders = given.getOrDefault(RESOURCES, "");
    return folders.isEmpty() ? List.of() : List.of(folders.split(File.pathSeparator, -1));
  }

  /** Reports options that begin with {@code burin.} and are not understood. */
  void check(Place place, Reporter reporter) {
    given.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !Set.of(EXPLAIN, RESOURCES).contains(name))
        .sorted()
        .forEach(name -> reporter.refuse(place, Message.OPTION_UNKNOWN, name));
    String value = given.get(EXPLAIN);
    if (value != null && !Set.of("true", "false").contains(value)) {
      reporter.refuse(place, Message.OPTION_VALUE, value);
    }
    for (String folder : resources()) {
      if (!new File(folder).isDirectory()) {
        reporter.refuse(place, Message.OPTION_RESOURCES, folder, File.pathSeparator);
      }
    }
  }
}
