package dev.burin.io;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.network.ParameterSink;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.Tensor;
import dev.burin.safetensors.WeightsInput;
import dev.burin.safetensors.Widening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a file in the order in which they lie there, some at a time. */
final class TensorData {

  /** What whole numbers of eight bits are multiplied with at the most. */
  private static final int GREATEST_BYTE = 128;

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final WeightsInput in;
  private final Header header;
  private final List<@Nullable Place> places;
  private final Precision precision;
  private final TensorRows rows;
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private final double[] values = new double[BUFFER / Float.BYTES];
  private final Map<Tensor, double[]> scales = new HashMap<>();

  /**
   * The numbers of a file.
   *
   * @param places of the tensors of the network, in its order
   */
  TensorData(
      String file,
      WeightsInput in,
      Header header,
      List<@Nullable Place> places,
      Precision precision) {
    this.file = file;
    this.in = in;
    this.header = header;
    this.places = places;
    this.precision = precision;
    this.rows = new TensorRows(file, in, precision);
  }

  /** Takes numbers. */
  private interface Part {

    /**
     * Takes {@code count} numbers of {@link #values}, which are those of a tensor from first on.
     */
    void take(int first, int count) throws MalformedFileException;
  }

  /**
   * Reads all numbers, to the end of the file.
   *
   * @return the checksum of the bytes of each place, and after all of these of each scale
   */
  int[] read(ParameterSink to) throws IOException {
    Map<Tensor, Integer> numbers = numbers();
    int[] checksums = new int[places.size() + scales.size()];
    List<Tensor> ordered = new ArrayList<>(header.tensors().values());
    ordered.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
    for (Tensor tensor : ordered) {
      Integer number = numbers.get(tensor);
      double[] scale = scales.get(tensor);
      if (number == null) {
        in.skip(tensor.end() - tensor.begin(), "tensor \"" + Names.shown(tensor.name()) + "\"");
      } else if (scale != null) {
        checksums[number] = read(tensor, (first, count) -> scale(tensor, scale, first, count));
      } else {
        checksums[number] = read(Objects.requireNonNull(places.get(number)), to);
      }
    }
    in.requireEnd();
    multiply(to);
    return checksums;
  }

  /** The tensors that are read, each with the number of its checksum. */
  private Map<Tensor, Integer> numbers() {
    Map<Tensor, Integer> numbers = new HashMap<>();
    for (int p = 0; p < places.size(); p++) {
      Place place = places.get(p);
      if (place != null) {
        numbers.put(place.tensor(), p);
        if (place.scale() != null) {
          numbers.put(place.scale(), places.size() + scales.size());
          scales.put(place.scale(), new double[place.slot().layer().out()]);
        }
      }
    }
    return numbers;
  }

  private int read(Place place, ParameterSink to) throws IOException {
    if (rows.suit(place)) {
      return rows.read(place, to);
    }
    return read(
        place.tensor(),
        (first, count) -> {
          requireFinite(place, first, count);
          Runs.of(
              place.slot(),
              place.transposed(),
              first,
              count,
              (at, step, from, length) -> to.put(at, step, values, from, length));
        });
  }

  private void scale(Tensor tensor, double[] scale, int first, int count)
      throws MalformedFileException {
    for (int i = 0; i < count; i++) {
      double most = values[i] * GREATEST_BYTE;
      if (!(values[i] >= 0) || !isFinite(most)) {
        throw new MalformedFileException(
            file,
            Names.shown(tensor.name()) + "[" + (first + i) + "] is " + values[i],
            "numbers from 0 on whose product with 128 is finite");
      }
    }
    System.arraycopy(values, 0, scale, first, count);
  }

  /** Reads a tensor in parts, and gives the checksum of its bytes. */
  private int read(Tensor tensor, Part part) throws IOException {
    CRC32C checksum = new CRC32C();
    int size = tensor.type().bytes();
    long length = (tensor.end() - tensor.begin()) / size;
    for (long first = 0; first < length; ) {
      int count = (int) Math.min(Math.min(BUFFER / size, values.length), length - first);
      in.fill(bytes, 0, count * size, "tensor \"" + Names.shown(tensor.name()) + "\"");
      checksum.update(bytes, 0, count * size);
      Widening.read(tensor.type(), buffer.clear(), values, count);
      part.take((int) first, count);
      first += count;
    }
    return (int) checksum.getValue();
  }

  private void requireFinite(Place place, int first, int count) throws MalformedFileException {
    for (int i = 0; i < count; i++) {
      // Most are far from the ends of the range, which is asked at once.
      if (!(Math.abs(values[i]) < Float.MAX_VALUE) && !isFinite(values[i])) {
        boolean rounded = Double.isFinite(values[i]);
        throw new MalformedFileException(
            file,
            place.element(first + i)
                + " is "
                + values[i]
                + (rounded ? ", which is infinite as a float" : ""),
            rounded
                ? "numbers up to " + Float.MAX_VALUE + ", or a network of DOUBLE"
                : "finite numbers");
      }
    }
  }

  private boolean isFinite(double value) {
    return switch (precision) {
      case FLOAT -> Float.isFinite((float) value);
      case DOUBLE -> Double.isFinite(value);
    };
  }

  /** Multiplies whole numbers with their scales, which may stand behind them in the file. */
  private void multiply(ParameterSink to) {
    for (Place place : places) {
      if (place != null && place.scale() != null) {
        double[] scale = Objects.requireNonNull(scales.get(place.scale()));
        int in = place.slot().layer().in();
        for (int j = 0; j < scale.length; j++) {
          double factor = scale[j];
          Runs.of(
              place.slot(),
              false,
              j * in,
              in,
              (at, step, from, length) -> to.multiply(at, step, length, factor));
        }
      }
    }
  }
}
