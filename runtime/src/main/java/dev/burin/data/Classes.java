package dev.burin.data;

import java.util.Locale;

/** The classes that targets name, where they name any. */
final class Classes {

  private static final int[] NONE = {};

  private Classes() {}

  /**
   * How many samples each class has: one-hot rows name as many classes as there are columns, a
   * single column of 0 and 1 names two.
   *
   * @return {@code [classes]}, or {@code [0]} where a row names no class
   */
  static int[] counts(Table targets) {
    int[] counts = new int[Math.max(2, targets.columns())];
    double[] row = new double[targets.columns()];
    for (int i = 0; i < targets.rows(); i++) {
      int named = named(targets, i, row);
      if (named < 0) {
        return NONE;
      }
      counts[named]++;
    }
    return counts;
  }

  /**
   * The class of each sample.
   *
   * @throws IllegalArgumentException if a row names no class
   */
  static Labels of(Table targets) {
    int[] classes = new int[targets.rows()];
    double[] row = new double[targets.columns()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = named(targets, i, row);
      if (classes[i] < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d of the targets names no class: classes are one column of 0 and 1, or"
                    + " several of which one holds 1 and the others 0 (rows are counted from 0).",
                i));
      }
    }
    return Labels.of(classes);
  }

  /** The class that a row names, or -1. */
  private static int named(Table targets, int i, double[] row) {
    targets.copyRow(i, row, 0);
    return row.length == 1 ? binary(row[0]) : oneHot(row);
  }

  private static int binary(double target) {
    return target == 0 ? 0 : target == 1 ? 1 : -1;
  }

  private static int oneHot(double[] row) {
    int hot = -1;
    for (int j = 0; j < row.length; j++) {
      if (row[j] == 1 && hot < 0) {
        hot = j;
      } else if (row[j] != 0) {
        return -1;
      }
    }
    return hot;
  }
}
