package dev.burin.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Makes samples of the rows of a partition, each under the unit that it belongs to.
 *
 * @param inputs reads the cells that come first
 * @param targets reads the cell after them
 * @param weights how much rows count, by their numbers
 * @param rows the rows of the table
 * @param division divides the samples by their numbers
 * @param width the inputs of the network
 */
record SampleReader(
    Inputs inputs,
    Targets targets,
    Broadcast<Weights> weights,
    int rows,
    Division division,
    int width)
    implements PairFlatMapFunction<Iterator<Tuple2<InternalRow, Long>>, Integer, Sample> {

  @Override
  public Iterator<Tuple2<Integer, Sample>> call(Iterator<Tuple2<InternalRow, Long>> partition) {
    return new Samples(partition, weights.value(), inputs.reader(), targets.reader());
  }

  /** The samples of a partition: a row of weight 0 is none, and nobody looks at it. */
  private final class Samples implements Iterator<Tuple2<Integer, Sample>> {

    private final Iterator<Tuple2<InternalRow, Long>> partition;
    private final Weights known;
    private final Inputs.Reader reader;
    private final Targets.Reader wanted;
    private @Nullable Tuple2<Integer, Sample> next;

    Samples(
        Iterator<Tuple2<InternalRow, Long>> partition,
        Weights known,
        Inputs.Reader reader,
        Targets.Reader wanted) {
      this.partition = partition;
      this.known = known;
      this.reader = reader;
      this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
      while (next == null && partition.hasNext()) {
        Tuple2<InternalRow, Long> row = partition.next();
        int number = NumberOfRow.within(row._2(), rows);
        int place = known.place(number);
        if (place != Weights.LEFT_OUT) {
          next = sample(row._1(), number, place);
        }
      }
      return next != null;
    }

    @Override
    public Tuple2<Integer, Sample> next() {
      boolean any = hasNext();
      Tuple2<Integer, Sample> found = next;
      if (!any || found == null) {
        throw new NoSuchElementException("There are no more rows in this partition.");
      }
      next = null;
      return found;
    }

    private Tuple2<Integer, Sample> sample(InternalRow row, int number, int place) {
      Object x;
      double[] y;
      try {
        x = x(row, reader);
        y = wanted.read(row, inputs.columns().size());
      } catch (IllegalArgumentException e) {
        throw NumberOfRow.refused(number, e);
      }
      int unit = division.unit(place);
      float[] learned = targets.learned(y, number);
      return new Tuple2<>(
          unit, new Sample(place - division.place(unit), x, learned, known.of(number)));
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
