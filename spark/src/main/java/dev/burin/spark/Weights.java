package dev.burin.spark;

import dev.burin.data.Labels;
import dev.burin.data.SampleWeights;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much each row of a table counts, by its number. Rows of weight 0 are no samples: the others
 * close up, as they do in a training on one machine.
 *
 * @param ofRows a weight for each row, or none where all count the same
 * @param places the number of the sample that each row is, or -1; empty where each row is the one
 *     of its own number
 */
record Weights(double[] ofRows, int[] places) implements Serializable {

  /** What {@link #place} says of a row that is no sample. */
  static final int LEFT_OUT = -1;

  /** All rows count the same. */
  static final Weights NONE = new Weights(new double[0], new int[0]);

  /** Weights of all rows. */
  static Weights of(double[] ofRows) {
    int[] places = new int[ofRows.length];
    int samples = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = ofRows[i] > 0 ? samples++ : LEFT_OUT;
    }
    if (samples == 0) {
      throw new IllegalArgumentException(
          "All rows have weight 0; at least one has to count for more.");
    }
    return new Weights(ofRows, samples == places.length ? NONE.places : places);
  }

  /** Weights by which all classes count the same. */
  static Weights balanced(double[] classes) {
    int[] labels = Arrays.stream(classes).mapToInt(c -> (int) c).toArray();
    SampleWeights balanced = SampleWeights.balanced(Labels.of(labels));
    Arrays.setAll(classes, balanced::get);
    return of(classes);
  }

  /**
   * The numbers of all partitions in the order of the rows.
   *
   * @throws IllegalArgumentException if a row is missing or there twice
   */
  static double[] gathered(List<RowNumbers> partitions, int rows) {
    double[] all = new double[rows];
    Arrays.fill(all, Double.NaN);
    for (RowNumbers own : partitions) {
      for (int i = 0; i < own.rows().length; i++) {
        int row = own.rows()[i];
        if (!Double.isNaN(all[row])) {
          throw BlockRows.uneven(row, "twice");
        }
        all[row] = own.values()[i];
      }
    }
    for (int row = 0; row < rows; row++) {
      if (Double.isNaN(all[row])) {
        throw BlockRows.uneven(row, "missing");
      }
    }
    return all;
  }

  boolean isNone() {
    return ofRows.length == 0;
  }

  /** The samples of a table of so many rows. */
  int samples(int rows) {
    return places.length == 0 ? rows : (int) Arrays.stream(places).filter(p -> p >= 0).count();
  }

  /** The number of the sample that a row is, or {@link #LEFT_OUT}. */
  int place(int row) {
    return places.length == 0 ? row : places[row];
  }

  /** How much a row counts. */
  double of(int row) {
    return isNone() ? 1 : ofRows[row];
  }

  /** The weights of the samples. */
  SampleWeights ofSamples() {
    return isNone()
        ? SampleWeights.none()
        : SampleWeights.of(Arrays.stream(ofRows).filter(weight -> weight > 0).toArray());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Weights[%s]", isNone() ? "none" : ofSamples());
  }
}
