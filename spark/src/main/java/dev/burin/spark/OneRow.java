package dev.burin.spark;

import dev.burin.data.Encoding;
import dev.burin.network.NeuralNetwork;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/** Answers for single rows, one after the other, in one thread. */
final class OneRow {

  private static final String ARGUMENT = "argument of the function";

  private final Teller teller;
  private final Batch batch;
  private final Answer answer;
  private final Invalid invalid;
  private final Inputs.Reader vectors;
  private final Inputs.Reader arrays;
  private final Inputs.Reader bytes;
  private final Map<String, String> notes;
  private Inputs.@Nullable Reader encoded;
  private String[] columns = {};

  OneRow(Scoring scoring, int divisor) {
    NeuralNetwork network = scoring.network();
    int width = network.shape().inputs();
    this.teller = scoring.teller(network);
    this.batch = Batch.of(network, 1);
    this.answer = scoring.answers().getFirst();
    this.invalid = scoring.invalid();
    this.vectors = new Inputs.OfVector(ARGUMENT, width).reader();
    this.arrays = new Inputs.OfArray(ARGUMENT, width, DataTypes.DoubleType).reader();
    this.bytes = new Inputs.OfBytes(ARGUMENT, width, divisor).reader();
    this.notes = scoring.notes();
  }

  /** The answer for a vector, an array, bytes, or a struct of the columns of the encoding. */
  @Nullable Object answer(@Nullable Object features) {
    try {
      read(features);
      batch.compute(1);
      return teller.tell(answer, batch, 0);
    } catch (IllegalArgumentException e) {
      if (invalid != Invalid.ERROR) {
        return null;
      }
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A row of partition %d: %s (Partitions are counted from 0.)",
              TaskContext.getPartitionId(),
              e.getMessage()),
          e);
    }
  }

  private void read(@Nullable Object features) {
    switch (features) {
      case Row struct -> struct(struct);
      case Vector vector -> vectors.read(cell(VectorCells.of(vector)), 0, batch.inputs(), 0);
      case byte[] given -> bytes.read(cell(given), 0, batch.inputs(), 0);
      case Seq<?> values -> arrays.read(cell(array(values)), 0, batch.inputs(), 0);
      case null ->
          throw new IllegalArgumentException(
              "the argument of the function is null; fill it, or leave such rows out.");
      default ->
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the argument of the function is a %s; give a vector, an array of numbers,"
                      + " binary with a byte for each input, or struct(*) of named columns.",
                  features.getClass().getSimpleName()));
    }
  }

  private static InternalRow cell(Object cell) {
    return new GenericInternalRow(new Object[] {cell});
  }

  private static ArrayData array(Seq<?> values) {
    @Nullable Object[] numbers = new @Nullable Object[values.length()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = values.apply(k) instanceof Number number ? number.doubleValue() : null;
    }
    return new GenericArrayData(numbers);
  }

  /** A struct may hold more than the encoding reads, in any order. */
  private void struct(Row struct) {
    Inputs.Reader reader = encoded;
    if (reader == null) {
      if (!notes.containsKey(Encoding.NOTE)) {
        throw new IllegalArgumentException(
            "the argument of the function is a struct, but no encoding lies with the weights; give"
                + " a vector, an array of numbers, or binary with a byte for each input.");
      }
      // Parsed when it is first needed: most functions are given vectors or bytes.
      int n = Encoding.of(notes).columns().size();
      // A struct is given as objects, which have types of their own.
      Inputs inputs = new Inputs.Encoded(notes, Collections.nCopies(n, DataTypes.NullType));
      reader = inputs.reader();
      encoded = reader;
      columns = inputs.columns().toArray(String[]::new);
    }
    @Nullable Object[] cells = new @Nullable Object[columns.length];
    List<String> names = List.of(struct.schema().fieldNames());
    for (int j = 0; j < columns.length; j++) {
      int at = names.indexOf(columns[j]);
      if (at < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the struct has no \"%s\", which the encoding reads; it has %s.",
                columns[j],
                names));
      }
      cells[j] = struct.get(at);
    }
    reader.read(new GenericInternalRow(cells), 0, batch.inputs(), 0);
  }
}
