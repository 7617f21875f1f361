package dev.burin.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts for cross-validation from a fold for each row. */
final class Folds {

  private Folds() {}

  /** Checks the number of folds before anything is dealt to them. */
  static void check(int k, int most, String what) {
    if (k < 2 || k > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d folds cannot be made of %d %s; give 2 folds or more, and no more than that.",
              k,
              most,
              what));
    }
  }

  /**
   * One split for each fold, of which it is the test part; both parts keep the order.
   *
   * @param order all rows
   * @param fold {@code [n]}: the fold of each row
   */
  static List<Split> of(Dataset data, int[] order, int[] fold, int k) {
    return rows(order, fold, k).stream().map(cut -> data.parts(cut.train(), cut.test())).toList();
  }

  /** The rows of both parts for each fold. */
  static List<Cut> rows(int[] order, int[] fold, int k) {
    int[] sizes = new int[k];
    for (int of : fold) {
      sizes[of]++;
    }
    List<Cut> cuts = new ArrayList<>();
    for (int f = 0; f < k; f++) {
      int[] train = new int[order.length - sizes[f]];
      int[] test = new int[sizes[f]];
      int trained = 0;
      int tested = 0;
      for (int row : order) {
        if (fold[row] == f) {
          test[tested++] = row;
        } else {
          train[trained++] = row;
        }
      }
      cuts.add(new Cut(train, test));
    }
    return cuts;
  }

  /** The fold of each row where rows are dealt out as they come in an order. */
  static int[] plain(int[] order, int k, String what) {
    check(k, order.length, what);
    int[] fold = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = (int) ((long) i * k / order.length);
    }
    return fold;
  }
}
