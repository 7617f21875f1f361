package dev.burin.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as a file has it: named columns of numbers or texts, with missing cells. {@link Encoding}
 * makes of it what a network reads. It prints a summary of its columns.
 *
 * @param columns of one length, with different names
 */
public record Frame(List<Column> columns) {

  /**
   * Checks the columns.
   *
   * @throws IllegalArgumentException if there is none, if they differ in length, or if two have one
   *     name
   */
  public Frame {
    columns = List.copyOf(Checks.given(columns, "list of columns"));
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A frame needs at least one column.");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "Two columns are called \"" + column.name() + "\"; each needs a name of its own.");
      }
      if (column.size() != columns.getFirst().size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column \"%s\" has %d rows, but column \"%s\" has %d.",
                column.name(),
                column.size(),
                columns.getFirst().name(),
                columns.getFirst().size()));
      }
    }
  }

  /** The number of rows. */
  public int rows() {
    return columns.getFirst().size();
  }

  /** The names of the columns in their order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Column column(String name) {
    Checks.given(name, "name of the column");
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException(
        "There is no column \"" + name + "\"; the columns are " + quoted(names()) + ".");
  }

  /** Names in quotation marks, not too many of them. */
  static String quoted(List<String> names) {
    int shown = 12;
    return names.stream().limit(shown).map(n -> "\"" + n + "\"").collect(Collectors.joining(", "))
        + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "");
  }

  /**
   * The column of a number, counted from 1.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Column column(int number) {
    if (number < 1 || number > columns.size()) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "There is no column %d; columns are counted from 1 to %d.",
              number,
              columns.size()));
    }
    return columns.get(number - 1);
  }

  /**
   * The rows of these numbers in this order; a row may be named more than once.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Frame select(int[] rows) {
    List<Column> selected = new ArrayList<>();
    for (Column column : columns) {
      selected.add(column.select(rows));
    }
    return new Frame(selected);
  }

  /**
   * Two parts of a frame.
   *
   * @param train for fitting encodings and for training
   * @param test for what comes after
   */
  public record Parts(Frame train, Frame test) {}

  /**
   * The rows, shuffled by {@link Shuffle#permutation}, in a part for training and one for testing.
   *
   * @param fraction the share of the training part, above 0 and below 1; the part has {@code
   *     Math.round(fraction * rows())} rows
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty
   */
  public Parts split(double fraction, long seed) {
    int cut = (int) Math.round(fraction * rows());
    if (!(fraction > 0 && fraction < 1) || cut == 0 || cut == rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A fraction of %s of %d rows leaves one part empty or is not between 0 and 1.",
              fraction,
              rows()));
    }
    return parts(Cut.at(Shuffle.permutation(rows(), seed), cut));
  }

  /**
   * Parts for cross-validation: the rows, shuffled as in {@link #split}, in folds whose sizes
   * differ by at most one, each the test part once.
   *
   * @param k the number of folds, 2 to {@link #rows()}
   * @throws IllegalArgumentException if k is out of range
   */
  public List<Parts> folds(int k, long seed) {
    int[] order = Shuffle.permutation(rows(), seed);
    return folds(order, Folds.plain(order, k, "rows"), k);
  }

  /**
   * Splits and folds of which each part has its share of every class in a column.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public StratifiedFrame stratified(String column) {
    return new StratifiedFrame(this, column);
  }

  Parts parts(Cut cut) {
    return new Parts(select(cut.train()), select(cut.test()));
  }

  List<Parts> folds(int[] order, int[] fold, int k) {
    return Folds.rows(order, fold, k).stream().map(this::parts).toList();
  }

  /** A line for each column: missing and distinct cells, and the range of numbers. */
  @Override
  public String toString() {
    return FrameSummary.of(this);
  }
}
