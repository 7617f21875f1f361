package dev.burin.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Samples in memory with what a network should answer to them; row {@code i} of one table belongs
 * to row {@code i} of the other.
 *
 * <p>{@link #split(double)} shuffles, since files are often sorted by class or by time; {@link
 * #inOrder()} does not, and {@link #stratified()} gives each part its share of every class. Parts,
 * orders and folds are views: they hold row numbers and copy no sample.
 *
 * @param features the inputs, {@code [n][in]}
 * @param targets the wanted outputs, {@code [n][out]}
 * @param weights how much each sample counts: none, or {@code [n]}
 */
public record Dataset(Table features, Table targets, SampleWeights weights) implements Samples {

  /** The seed of a split that is given none. */
  private static final long SEED = 1;

  /**
   * Checks that both tables have the same number of rows, and as many weights, if any.
   *
   * @throws IllegalArgumentException if they have not
   */
  public Dataset {
    Objects.requireNonNull(features, "The features are null; give a table.");
    Objects.requireNonNull(targets, "The targets are null; give a table.");
    Objects.requireNonNull(weights, "The weights are null; give SampleWeights.none().");
    if (features.rows() != targets.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The features have %d rows and the targets %d; each sample needs a row in both.",
              features.rows(),
              targets.rows()));
    }
    if (!weights.isNone() && weights.size() != features.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d weights for %d samples; give one for each, or none.",
              weights.size(),
              features.rows()));
    }
  }

  /**
   * Samples that all count the same.
   *
   * @throws IllegalArgumentException if the tables differ in their number of rows
   */
  public Dataset(Table features, Table targets) {
    this(features, targets, SampleWeights.none());
  }

  /** The number of samples. */
  @Override
  public int size() {
    return features.rows();
  }

  /** The number of columns of the features. */
  @Override
  public int inputs() {
    return features.columns();
  }

  /** The number of columns of the targets. */
  @Override
  public int outputs() {
    return targets.columns();
  }

  @Override
  public Dataset view(int[] rows) {
    return new Dataset(features.view(rows), targets.view(rows), weights.view(rows));
  }

  /**
   * These samples, each counting as much as its weight says.
   *
   * @throws IllegalArgumentException if there is not one weight for each sample
   */
  public Dataset weighted(SampleWeights given) {
    return new Dataset(features, targets, given);
  }

  /**
   * These samples, weighted so that all classes count the same; see {@link SampleWeights#balanced}.
   *
   * @throws IllegalArgumentException if a row of the targets is neither one-hot nor, as a single
   *     column, 0 or 1
   */
  public Dataset balanced() {
    return weighted(SampleWeights.balanced(Classes.of(targets)));
  }

  /**
   * These samples and then others.
   *
   * @throws IllegalArgumentException if the others have another number of columns, or if only one
   *     of both has weights
   */
  public Dataset and(Dataset others) {
    Checks.given(others, "samples to add");
    return new Dataset(
        JoinedTable.of("features", features, others.features),
        JoinedTable.of("targets", targets, others.targets),
        weights.and(others.weights));
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
    return view(Arrays.copyOfRange(Shuffle.identity(to), from, to));
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
    return view(Shuffle.permutation(size(), seed));
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

  /** Splits and folds of which each part has its share of every class. */
  public Stratified stratified() {
    return new Stratified(this);
  }

  /**
   * Folds that keep the samples of a group together, such as those of one person.
   *
   * @param groups {@code [n]}: the group of each sample, any number
   * @throws IllegalArgumentException if there is not one group for each sample
   */
  public Grouped grouped(int... groups) {
    return new Grouped(this, groups);
  }

  /**
   * Parts for cross-validation: the samples, shuffled as in {@link #split(double, long)}, in folds
   * whose sizes differ by at most one, each the test part once.
   *
   * @param k the number of folds, 2 to {@link #size()}
   * @throws IllegalArgumentException if k is out of range
   */
  public List<Split> folds(int k, long seed) {
    int[] order = Shuffle.permutation(size(), seed);
    return Folds.of(this, order, Folds.plain(order, k, "samples"), k);
  }

  Split split(double fraction, int[] order) {
    Cut cut = Cut.at(order, Split.cut(fraction, size()));
    return parts(cut.train(), cut.test());
  }

  /** Two parts, with a warning for each class that only one of them has. */
  Split parts(int[] train, int[] test) {
    Split split = new Split(view(train), view(test));
    split.warnings().forEach(Warnings::log);
    return split;
  }

  @Override
  public void copy(int[] rows, int from, int count, float[] x, int xAt, float[] y, int yAt) {
    Checks.batch(rows, from, count, this, Checks.length(x), xAt, Checks.length(y), yAt);
    for (int i = 0; i < count; i++) {
      features.copyRow(rows[from + i], x, xAt + i * features.columns());
      targets.copyRow(rows[from + i], y, yAt + i * targets.columns());
    }
  }

  @Override
  public void copy(int[] rows, int from, int count, double[] x, int xAt, double[] y, int yAt) {
    Checks.batch(rows, from, count, this, Checks.length(x), xAt, Checks.length(y), yAt);
    for (int i = 0; i < count; i++) {
      features.copyRow(rows[from + i], x, xAt + i * features.columns());
      targets.copyRow(rows[from + i], y, yAt + i * targets.columns());
    }
  }

  /** Both tables, and the weights where there are any, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Dataset[features=%s, targets=%s%s]",
        features,
        targets,
        weights.isNone() ? "" : ", weights=" + weights);
  }
}
