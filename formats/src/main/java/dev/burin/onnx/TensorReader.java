package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code TensorProto}; the numbers stay where they are. */
final class TensorReader {

  private static final int DIMS = 1;
  private static final int DATA_TYPE = 2;
  private static final int SEGMENT = 3;
  private static final int FLOAT_DATA = 4;
  private static final int INT32_DATA = 5;
  private static final int STRING_DATA = 6;
  private static final int INT64_DATA = 7;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int DOUBLE_DATA = 10;
  private static final int UINT64_DATA = 11;
  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;

  private final Budget budget;

  TensorReader(Budget budget) {
    this.budget = budget;
  }

  OnnxTensor read(Wire wire) throws MalformedFileException {
    Longs dims = new Longs();
    long type = 0;
    String name = "";
    @Nullable ByteBuffer raw = null;
    Pieces floats = new Pieces();
    Pieces doubles = new Pieces();
    @Nullable Longs ints = null;
    boolean texts = false;
    boolean external = false;
    Map<String, String> location = new HashMap<>();
    while (wire.next()) {
      switch (wire.field()) {
        case DIMS -> wire.numbers(dims);
        case DATA_TYPE -> type = wire.number();
        case SEGMENT -> throw wire.refused("a tensor in segments begins, which nobody writes");
        case NAME -> name = wire.text();
        case RAW_DATA -> {
          if (raw != null) {
            throw wire.refused("the raw_data of a tensor come twice");
          }
          raw = wire.message().buffer();
        }
        case FLOAT_DATA -> floats.add(wire.fixed(Float.BYTES));
        case DOUBLE_DATA -> doubles.add(wire.fixed(Double.BYTES));
        case INT32_DATA, INT64_DATA, UINT64_DATA -> {
          ints = ints == null ? new Longs() : ints;
          wire.numbers(ints);
        }
        case STRING_DATA -> {
          texts = true;
          wire.skip();
        }
        case EXTERNAL_DATA -> {
          budget.take(wire);
          Texts.put(location, wire.message());
        }
        case DATA_LOCATION -> external = wire.number() == 1;
        default -> wire.skip();
      }
    }
    long @Nullable [] numbers = ints == null ? null : ints.toArray();
    return new OnnxTensor(
        name,
        type,
        dims.toArray(),
        raw,
        floats.bytes(),
        numbers,
        doubles.bytes(),
        texts,
        external,
        location);
  }
}
