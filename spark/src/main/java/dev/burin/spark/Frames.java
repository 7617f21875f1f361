package dev.burin.spark;

import dev.burin.data.Column;
import dev.burin.data.Frame;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Brings tables to the driver as frames, so that an encoding is fitted on them:
 *
 * <pre>{@code
 * Frame frame = Frames.of(table.sort("row").drop("row"));
 * Encoding encoding = Encoding.classOf("kind").fit(frame);
 * }</pre>
 *
 * <p>Means and deviations are sums over the rows in their order, so that a table without an order
 * gives an encoding that differs in its last digits from run to run: sort it. A number takes 8
 * bytes here and a text what it is long; of a table that is larger than the driver fit a part.
 */
public final class Frames {

  private static final int SOME = 1024;

  private Frames() {}

  /**
   * The rows of a table, in its order: numbers, and texts of columns of texts or booleans. A cell
   * that is null is missing.
   *
   * @throws IllegalArgumentException if a column is of another type, or if there is no row
   */
  public static Frame of(Dataset<?> table) {
    Objects.requireNonNull(table, "The table is null; give one.");
    StructType schema = table.schema();
    for (StructField field : schema.fields()) {
      check(field);
    }
    int width = schema.size();
    @Nullable Object[][] columns = new @Nullable Object[width][SOME];
    int rows = 0;
    Iterator<Row> each = table.toDF().toLocalIterator();
    while (each.hasNext()) {
      Row row = each.next();
      for (int j = 0; j < width; j++) {
        if (rows == columns[j].length) {
          columns[j] = Arrays.copyOf(columns[j], Math.multiplyExact(rows, 2));
        }
        columns[j][rows] = row.get(j);
      }
      rows++;
    }
    if (rows == 0) {
      throw new IllegalArgumentException(
          "The table has no rows; an encoding is fitted on one at least.");
    }
    List<Column> all = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      all.add(column(schema.apply(j), Arrays.copyOf(columns[j], rows)));
    }
    return new Frame(all);
  }

  private static void check(StructField field) {
    DataType type = field.dataType();
    switch (type) {
      case NumericType _, StringType _, BooleanType _ -> {}
      default ->
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Column \"%s\" is of type %s; a frame has numbers and texts, so drop it or cast"
                      + " it.",
                  field.name(),
                  type.sql()));
    }
  }

  private static Column column(StructField field, @Nullable Object[] cells) {
    if (field.dataType() instanceof NumericType) {
      double[] numbers = new double[cells.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = cells[i] instanceof Number number ? number.doubleValue() : Double.NaN;
      }
      return NumberColumn.of(field.name(), numbers);
    }
    @Nullable String[] texts = new @Nullable String[cells.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = cells[i] == null ? null : String.valueOf(cells[i]);
    }
    return TextColumn.of(field.name(), texts);
  }
}
