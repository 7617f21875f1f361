package dev.burin.data;

import java.util.List;
import java.util.Locale;

/** What a network is to answer, fitted. */
sealed interface Answer {

  /** The column that holds it. */
  String column();

  /**
   * One of some classes.
   *
   * @param names in their order
   */
  record Classes(String column, List<String> names) implements Answer {

    /** Copies the list. */
    public Classes {
      names = List.copyOf(names);
    }

    /** The number of the class of a cell. */
    int of(Cell cell) {
      if (cell.missing()) {
        throw new IllegalArgumentException(
            cell.place() + " is missing; leave out rows without a class.");
      }
      int label = names.indexOf(cell.text());
      if (label < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is \"%s\", which is none of the classes %s.",
                cell.place(),
                cell.text(),
                Frame.quoted(names)));
      }
      return label;
    }

    @Override
    public String toString() {
      return "class \"" + column + "\": " + Frame.quoted(names);
    }
  }

  /** A number, which the network learns as {@code (y - shift) / divisor}. */
  record Value(String column, double shift, double divisor) implements Answer {

    /** What the network learns for a cell. */
    double of(Cell cell) {
      if (cell.missing()) {
        throw new IllegalArgumentException(
            cell.place() + " is missing; leave out rows without a value.");
      }
      return (cell.number() - shift) / divisor;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "value \"%s\": (y - %.6g) / %.6g", column, shift, divisor);
    }
  }
}
