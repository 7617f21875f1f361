package dev.burin.spark;

import dev.burin.data.Encoding;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/** How the cells of a row become the inputs of a network. */
sealed interface Inputs extends Serializable {

  /** The names of the columns that are read, in the order in which cells are given. */
  List<String> columns();

  /** A reader for one task, which one thread uses. */
  Reader reader();

  /** Takes the inputs of one sample from its cells. */
  @FunctionalInterface
  interface Reader {

    /**
     * Writes the inputs of a sample.
     *
     * @param cells the cells of the row, those of {@link #columns()} from {@code from} on
     * @param batch receives the inputs from {@code at} on
     * @throws IllegalArgumentException if a cell is missing, has another width or is not finite;
     *     the message does not say which row it is
     */
    void read(InternalRow cells, int from, InputRow batch, int at);
  }

  /** A column of {@code vector}s. */
  record OfVector(String column, int width) implements Inputs {

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public Reader reader() {
      return (cells, from, batch, at) -> {
        Cells.given(cells, from, column, "a vector", width);
        InternalRow vector = cells.getStruct(from, VectorCells.FIELDS);
        Cells.width(VectorCells.size(vector), column, width);
        double[] values = VectorCells.values(vector);
        if (VectorCells.isDense(vector)) {
          Cells.put(values, column, batch, at);
          return;
        }
        for (int k = 0; k < width; k++) {
          batch.put(at + k, 0);
        }
        int[] indices = VectorCells.indices(vector);
        for (int i = 0; i < indices.length; i++) {
          Cells.put(values[i], column, indices[i], batch, at + indices[i]);
        }
      };
    }
  }

  /** A column of arrays of floats, doubles or whole numbers. */
  record OfArray(String column, int width, DataType element) implements Inputs {

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public Reader reader() {
      return (cells, from, batch, at) -> {
        Cells.given(cells, from, column, "an array", width);
        ArrayData values = cells.getArray(from);
        Cells.width(values.numElements(), column, width);
        Cells.put(Cells.doubles(values, element, column), column, batch, at);
      };
    }
  }

  /**
   * A column of bytes, each from 0 to 255 and divided, as {@link dev.burin.data.ByteTable} does.
   */
  record OfBytes(String column, int width, int divisor) implements Inputs {

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public Reader reader() {
      return (cells, from, batch, at) -> {
        Cells.given(cells, from, column, "bytes", width);
        byte[] bytes = cells.getBinary(from);
        Cells.width(bytes.length, column, width);
        batch.putBytes(at, bytes, divisor);
      };
    }
  }

  /** Named columns of numbers and texts, through the encoding that lies with the weights. */
  record Encoded(Map<String, String> notes, List<DataType> types) implements Inputs {

    @Override
    public List<String> columns() {
      return Encoding.of(notes).columns();
    }

    @Override
    public Reader reader() {
      Encoding encoding = Encoding.of(notes);
      @Nullable Object[] cells = new @Nullable Object[encoding.columns().size()];
      List<@Nullable Object> list = Arrays.asList(cells);
      return (row, from, batch, at) -> {
        for (int j = 0; j < cells.length; j++) {
          cells[j] = Cells.plain(row.get(from + j, types.get(j)));
        }
        double[] x = encoding.doubles(list);
        for (int k = 0; k < x.length; k++) {
          if (!batch.put(at + k, x[k])) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "input %d becomes %s by the encoding, which the network cannot read; look for a"
                        + " wrong value in the row.",
                    k,
                    x[k]));
          }
        }
      };
    }
  }
}
