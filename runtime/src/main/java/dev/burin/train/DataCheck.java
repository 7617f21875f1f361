package dev.burin.train;

import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Table;
import dev.burin.kernel.NetworkShape;
import dev.burin.kernel.TrainingValues;
import java.util.Locale;

/** Looks once at every number of the data before a network learns from them. */
final class DataCheck {

  /** Doubles that differ by less than this share of themselves differ by rounding. */
  private static final double ROUNDING = 1e-12;

  private DataCheck() {}

  /**
   * Checks that data fit a network, in size and in value.
   *
   * @throws IllegalArgumentException if not, naming row and column
   */
  static void check(NetworkShape shape, Dataset data) {
    Fit.check(shape, data);
    boolean narrow = shape.precision() == Precision.FLOAT;
    Table x = data.features();
    Table y = data.targets();
    numbers("features", x, narrow);
    switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> targets(shape.loss(), y);
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR -> numbers("targets", y, narrow);
    }
  }

  /**
   * Checks that no finite feature is infinite for a float network that answers.
   *
   * @throws IllegalArgumentException if one is, naming row and column
   */
  static void answerable(NetworkShape shape, Dataset data) {
    if (shape.precision() == Precision.FLOAT && data.features() instanceof DoubleTable table) {
      double[] values = table.values();
      if (!(Magnitude.of(values, values.length) <= Float.MAX_VALUE)) {
        double[] row = new double[table.columns()];
        for (int i = 0; i < table.rows(); i++) {
          table.copyRow(i, row, 0);
          fitsFloat("features", row, i);
        }
      }
    }
  }

  private static void targets(Loss loss, Table table) {
    double[] row = new double[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      TrainingValues.targets(loss, row, 0, row.length, i);
    }
  }

  /** Any finite numbers, as far as the precision holds them; found bad at once, searched if so. */
  private static void numbers(String what, Table table, boolean narrow) {
    switch (table) {
      case ByteTable _ -> {}
      case FloatTable floats -> {
        float[] values = floats.values();
        if (!Float.isFinite(Magnitude.of(values, values.length))) {
          search(what, table, false);
        }
      }
      case DoubleTable doubles -> {
        double[] values = doubles.values();
        double greatest = Magnitude.of(values, values.length);
        if (!(greatest <= (narrow ? Float.MAX_VALUE : Double.MAX_VALUE))) {
          search(what, table, narrow);
        }
        if (narrow) {
          columns(what, doubles);
        }
      }
    }
  }

  private static void search(String what, Table table, boolean narrow) {
    double[] row = new double[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      TrainingValues.finite(what, row, 0, row.length, i);
      if (narrow) {
        fitsFloat(what, row, i);
      }
    }
  }

  private static void fitsFloat(String what, double[] row, int i) {
    for (int j = 0; j < row.length; j++) {
      if (Float.isInfinite((float) row[j]) && Double.isFinite(row[j])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d, column %d of the %s is %s, which is %s in a float network; scale the"
                    + " column, or declare precision = DOUBLE (rows and columns are counted from"
                    + " 0).",
                i,
                j,
                what,
                row[j],
                (float) row[j]));
      }
    }
  }

  /** A column whose numbers differ and are one and the same in float would be lost in silence. */
  private static void columns(String what, DoubleTable table) {
    double[] min = new double[table.columns()];
    double[] max = new double[table.columns()];
    double[] row = new double[table.columns()];
    table.copyRow(0, min, 0);
    table.copyRow(0, max, 0);
    for (int i = 1; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        min[j] = Math.min(min[j], row[j]);
        max[j] = Math.max(max[j], row[j]);
      }
    }
    for (int j = 0; j < min.length; j++) {
      double size = Math.max(Math.abs(min[j]), Math.abs(max[j]));
      if ((float) min[j] == (float) max[j] && max[j] - min[j] > ROUNDING * size) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column %d of the %s runs from %s to %s, all of which is %s in a float network;"
                    + " scale the column, as Scaling.standard does, or declare precision = DOUBLE"
                    + " (columns are counted from 0).",
                j,
                what,
                min[j],
                max[j],
                (float) max[j]));
      }
    }
  }
}
