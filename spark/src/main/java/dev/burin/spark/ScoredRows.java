package dev.burin.spark;

import dev.burin.network.NeuralNetwork;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a partition with their answers: a batch is read and computed when it is asked for.
 */
final class ScoredRows implements Iterator<InternalRow> {

  /** The place in a batch of a row that has no inputs. */
  private static final int NOWHERE = -1;

  private final Iterator<InternalRow> rows;
  private final Inputs.Reader reader;
  private final Batch batch;
  private final Teller teller;
  private final Answer[] answers;
  private final Invalid invalid;
  private final DataType[] kept;
  private final int width;
  private final @Nullable Object[][] cells;
  private final int[] places;
  private final long[] numbers;
  private int filled;
  private int next;
  private long seen;

  ScoredRows(Iterator<InternalRow> rows, Scoring scoring, List<DataType> kept, int size) {
    NeuralNetwork network = scoring.network();
    this.rows = rows;
    this.reader = scoring.inputs().reader();
    this.batch = Batch.of(network, size);
    this.teller = scoring.teller(network);
    this.answers = scoring.answers().toArray(Answer[]::new);
    this.invalid = scoring.invalid();
    this.kept = kept.toArray(DataType[]::new);
    this.width = network.shape().inputs();
    this.cells = new @Nullable Object[size][];
    this.places = new int[size];
    this.numbers = new long[size];
  }

  @Override
  public boolean hasNext() {
    while (next == filled && rows.hasNext()) {
      fill();
    }
    return next < filled;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more rows in this partition.");
    }
    return new GenericInternalRow(cells[next++]);
  }

  /** Reads a batch, computes it and takes its answers. */
  private void fill() {
    int samples = 0;
    next = 0;
    filled = 0;
    while (filled < cells.length && rows.hasNext()) {
      InternalRow row = rows.next();
      int place = NOWHERE;
      try {
        reader.read(row, kept.length, batch.inputs(), samples * width);
        place = samples;
      } catch (IllegalArgumentException e) {
        refuse(e, seen);
      }
      if (place != NOWHERE || invalid == Invalid.KEEP) {
        samples += place == NOWHERE ? 0 : 1;
        places[filled] = place;
        numbers[filled] = seen;
        cells[filled++] = copy(row);
      }
      seen++;
    }
    if (samples > 0) {
      batch.compute(samples);
    }
    tell();
  }

  /** The next row may lie where this one does. */
  private @Nullable Object[] copy(InternalRow row) {
    @Nullable Object[] copy = new @Nullable Object[kept.length + answers.length];
    for (int i = 0; i < kept.length; i++) {
      copy[i] = row.isNullAt(i) ? null : InternalRow.copyValue(row.get(i, kept[i]));
    }
    return copy;
  }

  private void tell() {
    int told = 0;
    for (int i = 0; i < filled; i++) {
      boolean whole = places[i] == NOWHERE || tell(i);
      if (whole || invalid == Invalid.KEEP) {
        cells[told++] = cells[i];
      }
    }
    filled = told;
  }

  private boolean tell(int i) {
    @Nullable Object[] row = cells[i];
    try {
      for (int a = 0; a < answers.length; a++) {
        row[kept.length + a] = Cells.held(teller.tell(answers[a], batch, places[i]));
      }
      return true;
    } catch (IllegalArgumentException e) {
      refuse(e, numbers[i]);
      for (int a = 0; a < answers.length; a++) {
        row[kept.length + a] = null;
      }
      return false;
    }
  }

  private void refuse(IllegalArgumentException why, long number) {
    if (invalid == Invalid.ERROR) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Row %d of partition %d: %s (Rows and partitions are counted from 0.)",
              number,
              TaskContext.getPartitionId(),
              why.getMessage()),
          why);
    }
  }
}
