package dev.burin.spark;

import dev.burin.network.NeuralNetwork;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a partition with their answers: a batch is read and computed when it is asked for.
 */
final class ScoredRows implements Iterator<Row> {

  /** The place in a batch of a row that has no inputs. */
  private static final int NOWHERE = -1;

  private final Iterator<Row> rows;
  private final Inputs.Reader reader;
  private final Batch batch;
  private final Teller teller;
  private final Answer[] answers;
  private final Invalid invalid;
  private final int kept;
  private final int width;
  private final @Nullable Object[][] cells;
  private final int[] places;
  private final long[] numbers;
  private int filled;
  private int next;
  private long seen;

  ScoredRows(Iterator<Row> rows, Scoring scoring, int kept, int size) {
    NeuralNetwork network = scoring.network();
    this.rows = rows;
    this.reader = scoring.inputs().reader();
    this.batch = Batch.of(network, size);
    this.teller = scoring.teller(network);
    this.answers = scoring.answers().toArray(Answer[]::new);
    this.invalid = scoring.invalid();
    this.kept = kept;
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
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more rows in this partition.");
    }
    return RowFactory.create(cells[next++]);
  }

  /** Reads a batch, computes it and takes its answers. */
  private void fill() {
    int samples = 0;
    next = 0;
    filled = 0;
    while (filled < cells.length && rows.hasNext()) {
      Row row = rows.next();
      int place = NOWHERE;
      try {
        reader.read(row, kept, batch.inputs(), samples * width);
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

  private @Nullable Object[] copy(Row row) {
    @Nullable Object[] copy = new @Nullable Object[kept + answers.length];
    for (int i = 0; i < kept; i++) {
      copy[i] = row.get(i);
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
        row[kept + a] = teller.tell(answers[a], batch, places[i]);
      }
      return true;
    } catch (IllegalArgumentException e) {
      refuse(e, numbers[i]);
      for (int a = 0; a < answers.length; a++) {
        row[kept + a] = null;
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
