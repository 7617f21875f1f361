package dev.burin.train;

import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.JoinedTable;
import dev.burin.data.MappedTable;
import dev.burin.data.MappedType;
import dev.burin.data.Samples;
import dev.burin.data.Table;
import dev.burin.data.TableView;
import dev.burin.network.TrainingValues;
import dev.burin.shape.NetworkShape;
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
  static void check(NetworkShape shape, Samples data) {
    Fit.check(shape, data);
    if (data instanceof DistributedSamples elsewhere) {
      elsewhere.check(shape);
      return;
    }
    boolean narrow = shape.precision() == Precision.FLOAT;
    if (data instanceof Dataset tables) {
      numbers("features", tables.features(), narrow);
    } else {
      numbers("features", Rows.features(data), narrow);
    }
    switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> targets(shape.loss(), Rows.targets(data));
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
          numbers("targets", Rows.targets(data), narrow);
    }
  }

  /**
   * Checks that no finite feature is infinite for a float network that answers.
   *
   * @throws IllegalArgumentException if one is, naming row and column
   */
  static void answerable(NetworkShape shape, Samples data) {
    boolean floats = data instanceof Dataset tables && areFloats(tables.features());
    if (shape.precision() == Precision.FLOAT && !floats) {
      Rows features = Rows.features(data);
      double[] row = new double[features.columns()];
      for (int i = 0; i < features.rows(); i++) {
        features.copyRow(i, row);
        fitsFloat("features", row, i);
      }
    }
  }

  private static boolean areFloats(Table table) {
    return switch (table) {
      case FloatTable _, ByteTable _ -> true;
      case MappedTable mapped -> mapped.type() != MappedType.DOUBLE;
      case DoubleTable _, TableView _, JoinedTable _ -> false;
    };
  }

  private static void targets(Loss loss, Rows table) {
    double[] row = new double[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row);
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
          search(what, new Rows.OfTable(table), false);
        }
      }
      case DoubleTable doubles -> {
        double[] values = doubles.values();
        double greatest = Magnitude.of(values, values.length);
        if (!(greatest <= (narrow ? Float.MAX_VALUE : Double.MAX_VALUE))) {
          search(what, new Rows.OfTable(table), narrow);
        }
        if (narrow) {
          columns(what, new Rows.OfTable(table));
        }
      }
      case MappedTable mapped -> {
        switch (mapped.type()) {
          case UNSIGNED_BYTE -> {}
          case FLOAT -> floats(what, mapped);
          case DOUBLE -> numbers(what, new Rows.OfTable(table), narrow);
        }
      }
      case TableView _, JoinedTable _ -> numbers(what, new Rows.OfTable(table), narrow);
    }
  }

  /** A row at a time, as the table need not fit into memory. */
  private static void floats(String what, MappedTable table) {
    float[] row = new float[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      if (!Float.isFinite(Magnitude.of(row, row.length))) {
        search(what, new Rows.OfTable(table), false);
      }
    }
  }

  private static void numbers(String what, Rows rows, boolean narrow) {
    search(what, rows, narrow);
    if (narrow) {
      columns(what, rows);
    }
  }

  private static void search(String what, Rows table, boolean narrow) {
    double[] row = new double[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row);
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
  private static void columns(String what, Rows table) {
    double[] min = new double[table.columns()];
    double[] max = new double[table.columns()];
    double[] row = new double[table.columns()];
    table.copyRow(0, min);
    table.copyRow(0, max);
    for (int i = 1; i < table.rows(); i++) {
      table.copyRow(i, row);
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
