package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.data.Table;

/** The features or the targets of samples, row by row in double: for looks at every number. */
sealed interface Rows {

  int rows();

  int columns();

  /** Copies one row to the beginning of an array. */
  void copyRow(int row, double[] to);

  static Rows features(Samples samples) {
    return samples instanceof Dataset data
        ? new OfTable(data.features())
        : new OfSamples(samples, true);
  }

  static Rows targets(Samples samples) {
    return samples instanceof Dataset data
        ? new OfTable(data.targets())
        : new OfSamples(samples, false);
  }

  /** A table in memory has both halves apart. */
  record OfTable(Table table) implements Rows {

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public int columns() {
      return table.columns();
    }

    @Override
    public void copyRow(int row, double[] to) {
      table.copyRow(row, to, 0);
    }
  }

  /** Other samples are copied whole. */
  final class OfSamples implements Rows {

    private final Samples samples;
    private final boolean features;
    private final int[] rows;
    private final double[] other;

    OfSamples(Samples samples, boolean features) {
      this.samples = samples;
      this.features = features;
      this.rows = Shuffle.identity(samples.size());
      this.other = new double[features ? samples.outputs() : samples.inputs()];
    }

    @Override
    public int rows() {
      return rows.length;
    }

    @Override
    public int columns() {
      return features ? samples.inputs() : samples.outputs();
    }

    @Override
    public void copyRow(int row, double[] to) {
      if (features) {
        samples.copy(rows, row, 1, to, other);
      } else {
        samples.copy(rows, row, 1, other, to);
      }
    }
  }
}
