package dev.burin.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import scala.Tuple2;

/**
 * Takes from the rows of a partition how much each counts, or which class it is.
 *
 * @param column the name of the column of the weights, or empty where classes are asked for
 * @param type of that column
 * @param at the place of its cell
 * @param targets reads the class
 * @param target the place of the cell that it reads
 * @param rows the rows of the table
 */
record Weighing(String column, DataType type, int at, Targets targets, int target, int rows)
    implements FlatMapFunction<Iterator<Tuple2<InternalRow, Long>>, RowNumbers> {

  private static final int SOME = 1024;

  @Override
  public Iterator<RowNumbers> call(Iterator<Tuple2<InternalRow, Long>> partition) {
    int[] numbers = new int[SOME];
    double[] values = new double[SOME];
    Targets.Reader reader = targets.reader();
    int n = 0;
    while (partition.hasNext()) {
      Tuple2<InternalRow, Long> row = partition.next();
      if (n == numbers.length) {
        int more = (int) Math.min(2L * n, rows);
        numbers = Arrays.copyOf(numbers, more);
        values = Arrays.copyOf(values, more);
      }
      numbers[n] = NumberOfRow.within(row._2(), rows);
      values[n] = value(row._1(), numbers[n], reader);
      n++;
    }
    return List.of(new RowNumbers(Arrays.copyOf(numbers, n), Arrays.copyOf(values, n))).iterator();
  }

  private double value(InternalRow row, int number, Targets.Reader reader) {
    try {
      return column.isEmpty() ? targets.classOf(reader.read(row, target)) : weight(row);
    } catch (IllegalArgumentException e) {
      throw NumberOfRow.refused(number, e);
    }
  }

  private double weight(InternalRow row) {
    if (row.isNullAt(at)) {
      throw refused("null");
    }
    double weight = Cells.number(row.get(at, type));
    float rounded = (float) weight;
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw refused(String.valueOf(weight));
    }
    if (Float.isInfinite(rounded) || (weight > 0 && rounded == 0)) {
      throw refused(weight + ", which is " + rounded + " as a float");
    }
    return weight;
  }

  private IllegalArgumentException refused(String found) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the weight in column \"%s\" is %s; give 0, or a number from 1e-30 to 1e30.",
            column,
            found));
  }
}
