package dev.burin.spark;

import java.util.Iterator;
import java.util.Locale;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Makes samples of the rows of a partition, each under the unit that it belongs to.
 *
 * @param inputs reads the cells that come first
 * @param targets reads the cell after them
 * @param division divides the rows by their numbers
 * @param width the inputs of the network
 */
record SampleReader(Inputs inputs, Targets targets, Division division, int width)
    implements PairFlatMapFunction<Iterator<Tuple2<InternalRow, Long>>, Integer, Sample> {

  @Override
  public Iterator<Tuple2<Integer, Sample>> call(Iterator<Tuple2<InternalRow, Long>> rows) {
    Inputs.Reader reader = inputs.reader();
    int columns = inputs.columns().size();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Tuple2<Integer, Sample> next() {
        Tuple2<InternalRow, Long> next = rows.next();
        return sample(next._1(), next._2(), reader, columns);
      }
    };
  }

  private Tuple2<Integer, Sample> sample(
      InternalRow row, long number, Inputs.Reader reader, int columns) {
    if (number < 0 || number >= division.samples()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A row has number %d, but the table has %d rows: the column of row numbers holds"
                  + " each from 0 on once.",
              number,
              division.samples()));
    }
    int place = (int) number;
    try {
      Object x = x(row, reader);
      float[] y = targets.read(row, columns, place);
      int unit = division.unit(place);
      return new Tuple2<>(unit, new Sample(place - division.place(unit), x, y));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Row number %d: %s (Counted from 0.)", number, e.getMessage()),
          e);
    }
  }

  /** Bytes stay bytes, a quarter of the memory of floats. */
  private Object x(InternalRow row, Inputs.Reader reader) {
    if (inputs instanceof Inputs.OfBytes bytes) {
      Cells.given(row, 0, bytes.column(), "bytes", width);
      byte[] x = row.getBinary(0);
      Cells.width(x.length, bytes.column(), width);
      return x;
    }
    FloatInputs x = new FloatInputs(width);
    reader.read(row, 0, x, 0);
    return x.array();
  }
}
