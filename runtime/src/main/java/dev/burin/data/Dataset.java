package dev.burin.data;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Samples with what a network should answer to them; row {@code i} of one table belongs to row
 * {@code i} of the other.
 *
 * <p>{@link #split(double)} shuffles, since files are often sorted by class or by time; {@link
 * #inOrder()} does not.
 *
 * @param features the inputs, {@code [n][in]}
 * @param targets the wanted outputs, {@code [n][out]}
 */
public record Dataset(Table features, Table targets) {

  /** The seed of a split that is given none. */
  private static final long SEED = 1;

  /**
   * Checks that both tables have the same number of rows.
   *
   * @throws IllegalArgumentException if they have not
   */
  public Dataset {
    Objects.requireNonNull(features, "The features are null; give a table.");
    Objects.requireNonNull(targets, "The targets are null; give a table.");
    if (features.rows() != targets.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The features have %d rows and the targets %d; each sample needs a row in both.",
              features.rows(),
              targets.rows()));
    }
  }

  /** The number of samples. */
  public int size() {
    return features.rows();
  }

  /**
   * The samples of these rows in this order; a row may be named more than once.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Dataset select(int[] rows) {
    return new Dataset(features.select(rows), targets.select(rows));
  }

  /**
   * The samples {@code from} to {@code to - 1}.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
   */
  public Dataset range(int from, int to) {
    if (from < 0 || from > to || to > size()) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "There are %d samples, so %d to %d (exclusive) is no range of them.",
              size(),
              from,
              to));
    }
    return select(Arrays.copyOfRange(Shuffle.identity(to), from, to));
  }

  /**
   * The first {@code n} samples.
   *
   * @throws IndexOutOfBoundsException if n is below 0 or above {@link #size()}
   */
  public Dataset take(int n) {
    return range(0, n);
  }

  /** All samples in the order {@link Shuffle#permutation} gives for this seed. */
  public Dataset shuffled(long seed) {
    return select(Shuffle.permutation(size(), seed));
  }

  /**
   * The samples, shuffled, in a part for training and a part for testing: {@code split(fraction,
   * 1)}.
   *
   * @param fraction the share of the training part, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty
   */
  public Split split(double fraction) {
    return split(fraction, SEED);
  }

  /**
   * The samples in the order that {@link Shuffle#permutation} gives for this seed, the first ones
   * for training and the others for testing. A class that only one part has is told to the log
   * {@code dev.burin} as a warning; see {@link Split#warnings()}.
   *
   * @param fraction the share of the training part, above 0 and below 1; the part has {@code
   *     Math.round(fraction * size())} samples
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty
   */
  public Split split(double fraction, long seed) {
    return split(fraction, Shuffle.permutation(size(), seed));
  }

  /**
   * Splits that keep the order in which the samples lie, for samples that were shuffled before or
   * follow each other in time.
   */
  public InOrder inOrder() {
    return new InOrder(this);
  }

  Split split(double fraction, int[] order) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "The fraction of the training part is " + fraction + ", not between 0 and 1.");
    }
    int cut = (int) Math.round(fraction * size());
    if (cut == 0 || cut == size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A fraction of %s of %d samples leaves one part empty; each needs at least one sample.",
              fraction,
              size()));
    }
    Split split =
        new Split(
            select(Arrays.copyOf(order, cut)), select(Arrays.copyOfRange(order, cut, size())));
    split.warnings().forEach(Dataset::warn);
    return split;
  }

  private static void warn(String warning) {
    try {
      System.getLogger("dev.burin").log(Level.WARNING, warning);
    } catch (RuntimeException | Error e) {
      // A log that fails is no reason to have no parts; they tell the warning too.
    }
  }

  /**
   * Copies a mini-batch: the samples {@code order[from]} to {@code order[from + count - 1]}.
   *
   * @param order row numbers
   * @param x where the features go, {@code [count][in]}, row-major
   * @param y where the targets go, {@code [count][out]}, row-major
   * @throws IndexOutOfBoundsException if the order has no such places or names a row that does not
   *     exist; nothing is copied
   * @throws IllegalArgumentException if an array is too short; nothing is copied
   */
  public void copy(int[] order, int from, int count, float[] x, float[] y) {
    Checks.given(x, "array of features");
    Checks.given(y, "array of targets");
    check(order, from, count, x.length, y.length);
    for (int i = 0; i < count; i++) {
      features.copyRow(order[from + i], x, i * features.columns());
      targets.copyRow(order[from + i], y, i * targets.columns());
    }
  }

  /**
   * Copies a mini-batch in double; otherwise as {@link #copy(int[], int, int, float[], float[])}.
   */
  public void copy(int[] order, int from, int count, double[] x, double[] y) {
    Checks.given(x, "array of features");
    Checks.given(y, "array of targets");
    check(order, from, count, x.length, y.length);
    for (int i = 0; i < count; i++) {
      features.copyRow(order[from + i], x, i * features.columns());
      targets.copyRow(order[from + i], y, i * targets.columns());
    }
  }

  private void check(int[] order, int from, int count, int x, int y) {
    Checks.rows(order, from, count, size());
    Checks.room("features", x, count, features.columns());
    Checks.room("targets", y, count, targets.columns());
  }
}
