package dev.burin.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds in a column of the training part what its code needs. */
final class CodeFit {

  private final Column column;

  CodeFit(Column column) {
    this.column = column;
  }

  NumberCode number(String how, Missing missing, String constant, boolean indicator) {
    NumberColumn numbers = numbers("is " + how);
    double fill =
        constant.isEmpty() ? fill(numbers, missing) : new Cell(place(), constant).number();
    double[] filled =
        IntStream.range(0, numbers.size())
            .mapToDouble(i -> numbers.isMissing(i) ? fill : numbers.value(i))
            .filter(x -> !Double.isNaN(x))
            .toArray();
    if (filled.length == 0) {
      throw new IllegalArgumentException(
          place() + " holds no number; leave it out with without(..).");
    }
    Table table = new DoubleTable(filled.length, 1, filled);
    return switch (how) {
      case "standard" -> scaled(how, Scaling.standard(table), fill, indicator);
      case "min-max" -> scaled(how, Scaling.minMax(table), fill, indicator);
      default -> new NumberCode(column.name(), how, 0, 1, fill, indicator);
    };
  }

  private NumberCode scaled(String how, Scaling scaling, double fill, boolean indicator) {
    return new NumberCode(
        column.name(), how, scaling.shift()[0], scaling.divisor()[0], fill, indicator);
  }

  private static double fill(NumberColumn numbers, Missing missing) {
    double[] sorted = numbers.sorted();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return switch (missing) {
      case REFUSE -> Double.NaN;
      case MEAN -> Arrays.stream(sorted).average().orElseThrow();
      case MEDIAN ->
          sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
      case MOST_FREQUENT -> mostFrequent(sorted);
    };
  }

  private static double mostFrequent(double[] sorted) {
    double best = sorted[0];
    int bestCount = 0;
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      count = i > 0 && sorted[i] == sorted[i - 1] ? count + 1 : 1;
      if (count > bestCount) {
        bestCount = count;
        best = sorted[i];
      }
    }
    return best;
  }

  CategoryCode category(
      String how,
      List<String> order,
      Missing missing,
      String constant,
      boolean lenient,
      boolean indicator) {
    Map<String, Integer> counts = counts();
    List<String> categories = order.isEmpty() ? List.copyOf(counts.keySet()) : order;
    if (categories.isEmpty() || (how.equals("boolean") && categories.size() != 2)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s holds %d different cells: %s; expected %s.",
              place(),
              categories.size(),
              Frame.quoted(categories),
              how.equals("boolean") ? "two of a boolean" : "one at least, or without(..) it"));
    }
    String fill = constant.isEmpty() ? fill(counts, missing) : constant;
    if (!fill.isEmpty() && !categories.contains(fill)) {
      throw new IllegalArgumentException(
          place() + " has no cell \"" + fill + "\" that could stand for a missing one.");
    }
    return new CategoryCode(
        column.name(),
        how,
        categories,
        fill,
        lenient && how.equals(CategoryCode.ONE_HOT),
        indicator);
  }

  private String fill(Map<String, Integer> counts, Missing missing) {
    return switch (missing) {
      case REFUSE -> "";
      case MEAN, MEDIAN -> {
        if (column.missing() > 0) {
          throw new IllegalArgumentException(
              place() + " holds texts, which have no mean or median; take MOST_FREQUENT.");
        }
        yield "";
      }
      case MOST_FREQUENT -> {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        yield counts.keySet().stream()
            .filter(text -> Integer.valueOf(most).equals(counts.get(text)))
            .findFirst()
            .orElse("");
      }
    };
  }

  Answer.Classes classes() {
    List<String> names = List.copyOf(counts().keySet());
    if (names.size() < 2) {
      throw new IllegalArgumentException(
          place() + " holds " + names.size() + " classes " + names + "; expected two or more.");
    }
    return new Answer.Classes(column.name(), names);
  }

  Answer.Value value() {
    numbers("is a value to learn");
    NumberCode code = number("standard", Missing.REFUSE, "", false);
    return new Answer.Value(column.name(), code.shift(), code.divisor());
  }

  private NumberColumn numbers(String role) {
    if (column instanceof NumberColumn numbers) {
      return numbers;
    }
    throw new IllegalArgumentException(
        place() + " holds texts, but " + role + "; expected numbers.");
  }

  /** The different cells, sorted as numbers if they are, else as texts, and how often each is. */
  private Map<String, Integer> counts() {
    Map<String, Integer> counts =
        column instanceof NumberColumn
            ? new TreeMap<>((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
            : new TreeMap<>();
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i)) {
        counts.merge(column.text(i), 1, Integer::sum);
      }
    }
    return counts;
  }

  private String place() {
    return "Column \"" + column.name() + "\" of the training part";
  }
}
