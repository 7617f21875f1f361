package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of tensors. What a shape promises is compared with the bytes that are there
 * before memory is taken for it.
 */
final class TensorData {

  private static final int MOST_DIMENSIONS = 8;

  private final String file;
  private final ExternalData external;

  /**
   * A reader of tensors.
   *
   * @param file what messages call the model
   * @param external where numbers may lie beside it
   */
  TensorData(String file, ExternalData external) {
    this.file = file;
    this.external = external;
  }

  /**
   * The numbers of a tensor.
   *
   * @param name what messages call it
   */
  Tensor read(OnnxTensor tensor, String name) throws MalformedFileException {
    ElementType type = ElementType.of(tensor.type());
    if (type == null) {
      throw refused(
          name, "it holds " + ElementType.shown(tensor.type()), "numbers of a known type");
    }
    int[] dims = dims(tensor, name);
    long count = count(dims, name);
    if (tensor.ways() > 1) {
      throw refused(name, "its numbers are given in " + tensor.ways() + " ways", "one way");
    }
    double[] values;
    if (tensor.external()) {
      long bytes = count * type.bytes();
      values = raw(type, external.read(name, tensor.location(), bytes), count);
    } else if (tensor.raw() != null) {
      ByteBuffer raw = tensor.raw().duplicate().order(tensor.raw().order());
      require(name, "raw_data has %d bytes", raw.remaining(), count * type.bytes());
      values = raw(type, raw, count);
    } else {
      values = typed(tensor, name, type, count);
    }
    return new Tensor(name, type, dims, values);
  }

  private int[] dims(OnnxTensor tensor, String name) throws MalformedFileException {
    if (tensor.dims().length > MOST_DIMENSIONS) {
      throw refused(
          name, "it has " + tensor.dims().length + " dimensions", "at most " + MOST_DIMENSIONS);
    }
    int[] dims = new int[tensor.dims().length];
    for (int i = 0; i < dims.length; i++) {
      long dim = tensor.dims()[i];
      if (dim < 0 || dim > Integer.MAX_VALUE) {
        throw refused(name, "its dimension " + i + " is " + dim, "one from 0 to 2147483647");
      }
      dims[i] = (int) dim;
    }
    return dims;
  }

  /** The number of elements, which is small enough for its bytes to be counted in a long. */
  private long count(int[] dims, String name) throws MalformedFileException {
    long count = 1;
    for (int dim : dims) {
      count *= dim;
      if (count > Integer.MAX_VALUE) {
        throw refused(name, "its shape promises more than 2147483647 numbers", "fewer");
      }
    }
    return count;
  }

  private double[] typed(OnnxTensor tensor, String name, ElementType type, long count)
      throws MalformedFileException {
    ByteBuffer bytes =
        switch (type) {
          case FLOAT -> tensor.floats();
          case DOUBLE -> tensor.doubles();
          case FLOAT16, BFLOAT16, INT32, INT16, INT8, UINT16, UINT8, BOOL, INT64, UINT32, UINT64 ->
              null;
        };
    if (type == ElementType.FLOAT || type == ElementType.DOUBLE) {
      long there = bytes == null ? 0 : bytes.remaining() / type.bytes();
      require(name, "there are %d numbers of its type", there, count);
      return bytes == null
          ? new double[0]
          : raw(type, bytes.duplicate().order(bytes.order()), count);
    }
    long @Nullable [] ints = tensor.ints();
    require(name, "there are %d numbers of its type", ints == null ? 0 : ints.length, count);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length && ints != null; i++) {
      values[i] =
          switch (type) {
            case FLOAT16 -> Float.float16ToFloat((short) ints[i]);
            case BFLOAT16 -> Halves.ofBrain((short) ints[i]);
            case FLOAT, DOUBLE, INT32, INT16, INT8, UINT16, UINT8, BOOL, INT64, UINT32, UINT64 ->
                ints[i];
          };
    }
    return values;
  }

  private static double[] raw(ElementType type, ByteBuffer bytes, long count) {
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case FLOAT -> bytes.getFloat();
            case DOUBLE -> bytes.getDouble();
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
            case BFLOAT16 -> Halves.ofBrain(bytes.getShort());
            case INT8 -> bytes.get();
            case UINT8, BOOL -> bytes.get() & 0xff;
            case INT16 -> bytes.getShort();
            case UINT16 -> bytes.getShort() & 0xffff;
            case INT32 -> bytes.getInt();
            case UINT32 -> bytes.getInt() & 0xffffffffL;
            case INT64, UINT64 -> bytes.getLong();
          };
    }
    return values;
  }

  private void require(String name, String found, long there, long needed)
      throws MalformedFileException {
    if (there != needed) {
      throw refused(
          name,
          String.format(Locale.ROOT, found, there),
          String.format(Locale.ROOT, "%d, as its shape and type say", needed));
    }
  }

  private MalformedFileException refused(String name, String found, String expected) {
    return new MalformedFileException(
        file, "tensor \"" + Names.shown(name) + "\"", found, expected);
  }
}
