package dev.burin.train;

import dev.burin.kernel.Law;
import dev.burin.network.Fingerprint;
import dev.burin.shape.NetworkShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What decides the bits of a training, in words: only a training that says the same may go on from
 * a checkpoint. The number of threads and the length are none of it.
 *
 * @param parts what is said, by what it is about
 */
record TrainingIdentity(Map<String, String> parts) {

  /** The version of the names and of what stands behind them. */
  private static final String CURRENT = "1";

  private static final String VERSION = "burin.checkpoint";
  private static final String PLAN = "plan.";

  /** What objects without a text of their own are called, with a number that is always another. */
  private static final Pattern NAMELESS = Pattern.compile("[\\w.$/]+@[0-9a-f]{1,8}\\b");

  TrainingIdentity {
    parts = new LinkedHashMap<>(parts);
  }

  /** That of a network; what else there is to say follows by {@link #and}. */
  static TrainingIdentity of(NetworkShape shape) {
    return new TrainingIdentity(Map.of())
        .and("network", shape.toString())
        .and("declaration", Fingerprint.of(shape).sha256())
        .and("law of sums", "number " + Law.NUMBER);
  }

  /** The same with one thing more. */
  TrainingIdentity and(String about, Object said) {
    TrainingIdentity more = new TrainingIdentity(parts);
    more.parts.put(about, NAMELESS.matcher(String.valueOf(said)).replaceAll("one without a name"));
    return more;
  }

  void save(StateWriter out) {
    out.text(VERSION, CURRENT);
    parts.forEach((about, said) -> out.text(PLAN + about, said));
  }

  /**
   * Refuses the checkpoint of another training.
   *
   * @throws IllegalStateException naming the first thing that is another
   */
  void check(StateReader in) {
    String version = in.has(VERSION) ? in.text(VERSION) : "none";
    if (!version.equals(CURRENT)) {
      throw new IllegalStateException(
          "The checkpoint "
              + in.file()
              + " has version "
              + version
              + ", but this library reads version "
              + CURRENT
              + "; go on with the library that wrote it, or take an empty folder to begin anew.");
    }
    parts.forEach(
        (about, said) -> {
          String there = in.has(PLAN + about) ? in.text(PLAN + about) : "none";
          if (!there.equals(said)) {
            throw another(in, about, there, said);
          }
        });
  }

  /** The refusal of a checkpoint of which something is another. */
  static IllegalStateException another(StateReader in, String about, String there, String here) {
    return new IllegalStateException(
        "The checkpoint "
            + in.file()
            + " is of another training: its "
            + about
            + " is "
            + there
            + ", but here it is "
            + here
            + "; give what it was begun with, or take an empty folder to begin anew.");
  }
}
