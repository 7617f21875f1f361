package dev.burin.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says how columns become numbers, and fits that on the training part. A column of numbers is
 * standardized and one of texts one-hot unless something else is said; missing cells are refused.
 */
public final class EncodingBuilder {

  private final String target;
  private final boolean classes;
  private final Map<String, String> how = new HashMap<>();
  private final Map<String, List<String>> orders = new HashMap<>();
  private final Map<String, Missing> missing = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Set<String> without = new HashSet<>();
  private final Set<String> indicators = new HashSet<>();
  private final Set<String> lenient = new HashSet<>();

  EncodingBuilder(String target, boolean classes) {
    this.target = target;
    this.classes = classes;
  }

  /** These columns of numbers stay as they are. */
  public EncodingBuilder number(String... columns) {
    return how("number", columns);
  }

  /** These columns of numbers get mean 0 and deviation 1, as {@link Scaling#standard} does. */
  public EncodingBuilder standard(String... columns) {
    return how("standard", columns);
  }

  /** These columns of numbers go from 0 to 1, as {@link Scaling#minMax} does. */
  public EncodingBuilder minMax(String... columns) {
    return how("min-max", columns);
  }

  /** A number of its own, 0 or 1, for each different cell of these columns. */
  public EncodingBuilder oneHot(String... columns) {
    return how(CategoryCode.ONE_HOT, columns);
  }

  /** The different cells of these columns, of which there must be two, become 0 and 1, sorted. */
  public EncodingBuilder bool(String... columns) {
    return how("boolean", columns);
  }

  /** The cells of a column are counted from 0 in the order given here. */
  public EncodingBuilder ordinal(String column, String... inOrder) {
    List<String> order = List.of(inOrder);
    if (order.isEmpty() || Set.copyOf(order).size() != order.size()) {
      throw new IllegalArgumentException(
          "An order needs each of its texts once, not " + order + ".");
    }
    orders.put(column, order);
    return how("ordinal", column);
  }

  private EncodingBuilder how(String name, String... columns) {
    for (String column : columns) {
      if (how.put(Checks.given(column, "name of the column"), name) != null) {
        throw new IllegalArgumentException(
            "It was said twice how column \"" + column + "\" becomes numbers.");
      }
    }
    return this;
  }

  /** The network does not read these columns. */
  public EncodingBuilder without(String... columns) {
    without.addAll(List.of(columns));
    return this;
  }

  /** What stands for missing cells of these columns; of all, if none is named. */
  public EncodingBuilder missing(Missing instead, String... columns) {
    Checks.given(instead, "replacement of missing cells");
    for (String column : columns.length == 0 ? new String[] {""} : columns) {
      missing.put(column, instead);
    }
    return this;
  }

  /** A constant stands for missing cells of these columns. */
  public EncodingBuilder constant(String instead, String... columns) {
    for (String column : columns) {
      constants.put(column, Checks.given(instead, "constant"));
    }
    return this;
  }

  /** Another input tells where a cell of these columns was missing. */
  public EncodingBuilder indicator(String... columns) {
    indicators.addAll(List.of(columns));
    return this;
  }

  /** A text that the training part did not have gives zeros in these one-hot columns. */
  public EncodingBuilder unknownAsZeros(String... columns) {
    lenient.addAll(List.of(columns));
    return this;
  }

  /**
   * Fits all that depends on data.
   *
   * @param train the training part, and no other row
   * @throws IllegalArgumentException if a column that was named is absent or does not fit what was
   *     said of it, if a cell that may not be is missing, or if there are fewer than two classes
   */
  public Encoding fit(Frame train) {
    Checks.given(train, "frame of the training part");
    checkNames(train);
    List<Code> codes = new ArrayList<>();
    for (Column column : train.columns()) {
      if (!column.name().equals(target) && !without.contains(column.name())) {
        codes.add(fit(column));
      }
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("No column is left for the network to read.");
    }
    CodeFit fit = new CodeFit(train.column(target));
    Encoding encoding = new Encoding(codes, classes ? fit.classes() : fit.value());
    encoding.dataset(train);
    return encoding;
  }

  /**
   * Splits a frame, fits the encoding on the training part alone, and encodes both parts. Each part
   * has its share of every class, where the answer is one.
   *
   * @param fraction the share of the training part, above 0 and below 1
   * @param seed what the rows are shuffled from before they are split
   * @throws IllegalArgumentException as {@link #fit} says, if the fraction is out of range or
   *     leaves a part empty, or if a row of the test part has a text that the training part has not
   */
  public Encoded split(Frame frame, double fraction, long seed) {
    Checks.given(frame, "frame");
    Frame.Parts parts =
        classes ? frame.stratified(target).split(fraction, seed) : frame.split(fraction, seed);
    Encoding encoding = fit(parts.train());
    return new Encoded(encoding, encoding.dataset(parts.train()), encoding.dataset(parts.test()));
  }

  private Code fit(Column column) {
    String name = column.name();
    CodeFit fit = new CodeFit(column);
    String code =
        how.getOrDefault(name, column instanceof NumberColumn ? "standard" : CategoryCode.ONE_HOT);
    Missing instead = missing.getOrDefault(name, missing.getOrDefault("", Missing.REFUSE));
    boolean indicator = indicators.contains(name);
    String constant = constants.getOrDefault(name, "");
    return switch (code) {
      case "number", "standard", "min-max" -> fit.number(code, instead, constant, indicator);
      default ->
          fit.category(
              code,
              orders.getOrDefault(name, List.of()),
              instead,
              constant,
              lenient.contains(name),
              indicator);
    };
  }

  private void checkNames(Frame train) {
    Set<String> named = new HashSet<>(how.keySet());
    named.addAll(missing.keySet());
    named.remove("");
    named.addAll(constants.keySet());
    named.addAll(without);
    named.addAll(indicators);
    named.addAll(lenient);
    named.forEach(train::column);
    if (named.contains(target)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Column \"%s\" is the target; the network does not read it.", target));
    }
  }
}
