package dev.burin.io;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.network.ParameterBytes;
import dev.burin.network.ParameterSink;
import dev.burin.safetensors.TensorType;
import dev.burin.safetensors.WeightsInput;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Reads weights that lie in a file as a network computes with them, {@code [out][in]} and of its
 * precision, some rows at a time: the common case, and the one in which no number is converted.
 */
final class TensorRows {

  /** What is read at a time stays in the first cache until its checksum is made. */
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final WeightsInput in;
  private final Precision precision;
  private byte[] bytes = {};

  TensorRows(String file, WeightsInput in, Precision precision) {
    this.file = file;
    this.in = in;
    this.precision = precision;
  }

  /** Whether weights are read here: rows that are not so long that none fits into the cache. */
  boolean suit(Place place) {
    TensorType type = place.tensor().type();
    return !place.slot().bias()
        && !place.transposed()
        && type == TensorType.of(precision)
        && (long) place.slot().layer().in() * type.bytes() <= ParameterBytes.MOST_BYTES;
  }

  /** Reads all rows, and gives the checksum of their bytes. */
  int read(Place place, ParameterSink to) throws IOException {
    LayerLayout layer = place.slot().layer();
    CRC32C checksum = new CRC32C();
    int row = layer.in() * place.tensor().type().bytes();
    int most = Math.min(layer.panel(), ParameterBytes.together(layer, precision));
    for (int j = 0; j < layer.out(); ) {
      int end = layer.endOfPanel(j);
      int rows = Math.min(most, end - j);
      fill(place, rows * row, checksum);
      ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int wrong =
          to.putRows(
              layer.weight(j, 0),
              layer.outputStep(),
              layer.inputStep(j),
              numbers,
              rows,
              layer.in());
      if (wrong >= 0) {
        throw notFinite(place, j * layer.in(), wrong, numbers);
      }
      j += rows;
    }
    return (int) checksum.getValue();
  }

  private void fill(Place place, int count, CRC32C checksum) throws IOException {
    if (bytes.length < count) {
      bytes = new byte[count];
    }
    String what = "tensor \"" + Names.shown(place.tensor().name()) + "\"";
    for (int from = 0; from < count; from += BUFFER) {
      int length = Math.min(BUFFER, count - from);
      in.fill(bytes, from, length, what);
      checksum.update(bytes, from, length);
    }
  }

  private MalformedFileException notFinite(Place place, int first, int i, ByteBuffer numbers) {
    double value =
        switch (precision) {
          case FLOAT -> numbers.getFloat(i * Float.BYTES);
          case DOUBLE -> numbers.getDouble(i * Double.BYTES);
        };
    return new MalformedFileException(
        file, place.element(first + i) + " is " + value, "finite numbers");
  }
}
