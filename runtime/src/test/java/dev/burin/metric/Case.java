package dev.burin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.Json;
import dev.burin.data.SampleWeights;
import dev.burin.data.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Inputs of another library's metrics, and what it gave; each of its numbers is to be compared. */
final class Case {

  /** Of a number b: |a - b| / max(1, |b|). */
  private static final double SAME = 1e-12;

  private final Map<String, @Nullable Object> given;
  private final Map<String, @Nullable Object> expected;
  private final TreeSet<String> left;

  @SuppressWarnings("unchecked")
  private Case(String line) {
    given = (Map<String, @Nullable Object>) Json.read(line);
    expected = (Map<String, @Nullable Object>) given.get("expect");
    left = new TreeSet<>(expected.keySet());
  }

  static List<Case> of(String file) {
    try {
      return Files.readAllLines(TestData.directory("metrics").resolve(file)).stream()
          .map(Case::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean expects(String name) {
    return expected.containsKey(name);
  }

  int number(String name) {
    return ((Double) given.get(name)).intValue();
  }

  double[] numbers(String name) {
    return flat(given.get(name));
  }

  int[] classes() {
    double[] y = numbers("y");
    int[] classes = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      classes[i] = (int) y[i];
    }
    return classes;
  }

  SampleWeights weights() {
    return given.get("weight") == null ? SampleWeights.none() : SampleWeights.of(numbers("weight"));
  }

  private static double[] flat(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().flatMapToDouble(each -> Arrays.stream(flat(each))).toArray()
        : new double[] {value == null ? Double.NaN : (Double) value};
  }

  /** Compares; what the other library does not define is NaN here. */
  void same(String name, double... ours) {
    assertThat(left.remove(name)).as("%s has %s", this, name).isTrue();
    Object value = expected.get(name);
    double[] theirs = value instanceof Map ? new double[] {Double.NaN} : flat(value);
    assertThat(ours).as("%s, %s", this, name).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      boolean equal = Double.compare(ours[i], theirs[i]) == 0;
      double apart = Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(theirs[i]));
      assertThat(equal || apart <= SAME)
          .as("%s, %s, number %d: %s is %s", this, name, i, ours[i], theirs[i])
          .isTrue();
    }
  }

  /** Takes note of a number that is not compared. */
  void isNotOurs(String name) {
    left.remove(name);
  }

  void everyNumberWasCompared() {
    assertThat(left).as(toString()).isEmpty();
  }

  @Override
  public String toString() {
    return String.valueOf(given.get("case"));
  }
}
