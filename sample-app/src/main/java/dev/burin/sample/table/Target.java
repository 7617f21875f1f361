package dev.burin.sample.table;

import dev.burin.data.Column;
import dev.burin.data.Encoding;
import dev.burin.data.EncodingBuilder;
import dev.burin.data.Frame;
import dev.burin.data.Missing;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a network is to tell of a table, and how its columns become numbers.
 *
 * @param column the name of the column that holds it
 * @param classes whether it is one of some classes, and not a value
 * @param without the columns that the network does not read
 */
record Target(String column, boolean classes, List<String> without) {

  /** The kinds of answers that can be asked for. */
  enum Kind {
    CLASS,
    VALUE
  }

  /** Whole numbers are classes up to as many. */
  private static final int MOST_CLASSES = 20;

  /**
   * The target of a table.
   *
   * @param named the name of its column, or its number from 1 where no column has that name
   * @param kind what it is; without it texts are classes, and so are whole numbers of which there
   *     are at most 20
   */
  static Target of(Frame frame, String named, @Nullable Kind kind, List<String> without) {
    Column column = column(frame, named);
    boolean classes = kind == null ? areClasses(column) : kind == Kind.CLASS;
    return new Target(
        column.name(), classes, without.stream().map(name -> column(frame, name).name()).toList());
  }

  private static Column column(Frame frame, String named) {
    boolean number = named.matches("[0-9]{1,6}") && !frame.names().contains(named);
    return number ? frame.column(Integer.parseInt(named)) : frame.column(named);
  }

  private static boolean areClasses(Column column) {
    return switch (column) {
      case TextColumn _ -> true;
      case NumberColumn numbers -> {
        double[] distinct =
            IntStream.range(0, numbers.size())
                .filter(i -> !numbers.isMissing(i))
                .mapToDouble(numbers::value)
                .distinct()
                .limit(MOST_CLASSES + 1)
                .toArray();
        yield distinct.length <= MOST_CLASSES
            && IntStream.range(0, distinct.length).allMatch(i -> distinct[i] % 1 == 0);
      }
    };
  }

  /** Two parts; each has its share of every class. */
  Frame.Parts split(Frame frame, double fraction, long seed) {
    return classes ? frame.stratified(column).split(fraction, seed) : frame.split(fraction, seed);
  }

  /** Parts for cross-validation. */
  List<Frame.Parts> folds(Frame frame, int k, long seed) {
    return classes ? frame.stratified(column).folds(k, seed) : frame.folds(k, seed);
  }

  /**
   * Fits the encoding on a part of a table: numbers standardized and texts one-hot. Where the table
   * has missing cells, the median or the most frequent text of the part stands for them; where it
   * has texts that the part has not, these are zeros. Elsewhere both are refused later.
   */
  Encoding fit(Frame train, Frame table) {
    EncodingBuilder builder =
        (classes ? Encoding.classOf(column) : Encoding.valueOf(column))
            .without(without.toArray(new String[0]));
    for (Column read : table.columns()) {
      String name = read.name();
      if (!name.equals(column) && !without.contains(name)) {
        boolean numbers = read instanceof NumberColumn;
        if (read.missing() > 0) {
          builder = builder.missing(numbers ? Missing.MEDIAN : Missing.MOST_FREQUENT, name);
        }
        if (!numbers && !texts(train.column(name)).containsAll(texts(read))) {
          builder = builder.unknownAsZeros(name);
        }
      }
    }
    return builder.fit(train);
  }

  private static Set<String> texts(Column column) {
    return IntStream.range(0, column.size())
        .filter(i -> !column.isMissing(i))
        .mapToObj(column::text)
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "the " + (classes ? "class" : "value") + " in column \"" + column + "\"";
  }
}
