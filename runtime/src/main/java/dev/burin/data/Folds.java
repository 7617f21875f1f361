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
    int[] sizes = new int[k];
    for (int of : fold) {
      sizes[of]++;
    }
    List<Split> splits = new ArrayList<>();
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
      splits.add(data.parts(train, test));
    }
    return List.copyOf(splits);
  }
}
