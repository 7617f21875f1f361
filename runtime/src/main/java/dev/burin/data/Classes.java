package dev.burin.data;

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
    int columns = targets.columns();
    int[] counts = new int[Math.max(2, columns)];
    double[] row = new double[columns];
    for (int i = 0; i < targets.rows(); i++) {
      targets.copyRow(i, row, 0);
      int named = columns == 1 ? binary(row[0]) : oneHot(row);
      if (named < 0) {
        return NONE;
      }
      counts[named]++;
    }
    return counts;
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
