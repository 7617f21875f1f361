package dev.burin.safetensors;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Reads what {@link CheckedWriter} wrote, and nothing else. */
public final class CheckedReader {

  /** More than any header of ours has: a damaged length must not cost memory. */
  private static final long LONGEST_HEADER = 1 << 24;

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final CheckedInputStream in;
  private final Map<String, float[]> floats = new HashMap<>();
  private final Map<String, double[]> doubles = new HashMap<>();

  private CheckedReader(String file, InputStream in) {
    this.file = file;
    this.in = new CheckedInputStream(in, new CRC32C());
  }

  /**
   * Reads a file whole.
   *
   * @throws MalformedFileException if it is not as it was written; the message says where
   * @throws IOException if it cannot be read
   */
  public static CheckedTensors read(Path file) throws IOException {
    // Unlike a channel, the stream is not closed by an interrupt.
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return read(file.toString(), in, Files.size(file));
    }
  }

  /**
   * Reads all {@code size} bytes of a stream, which is called {@code file} in messages.
   *
   * @throws MalformedFileException if they are not as they were written
   * @throws IOException if the stream throws it
   */
  public static CheckedTensors read(String file, InputStream in, long size) throws IOException {
    return new CheckedReader(file, in).read(size);
  }

  private CheckedTensors read(long size) throws IOException {
    long length = ByteBuffer.wrap(take(Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long rest = size - Long.BYTES - length;
    if (length < 1 || length > LONGEST_HEADER || rest < Integer.BYTES) {
      throw damaged("the header has " + Long.toUnsignedString(length) + " of " + size + " bytes");
    }
    Header header = Header.parse(file, take((int) length), rest);
    List<Tensor> tensors = new ArrayList<>(header.tensors().values());
    tensors.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
    if (tensors.isEmpty()
        || !tensors.getLast().name().equals(CheckedWriter.CHECKSUM)
        || tensors.getLast().end() - tensors.getLast().begin() != Integer.BYTES) {
      throw damaged("the last tensor is no " + CheckedWriter.CHECKSUM + " of 4 bytes");
    }
    for (Tensor tensor : tensors.subList(0, tensors.size() - 1)) {
      read(tensor);
    }
    int here = (int) in.getChecksum().getValue();
    int there = ByteBuffer.wrap(take(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (here != there) {
      throw damaged(
          "the checksum of its bytes is "
              + Integer.toHexString(here)
              + " and not "
              + Integer.toHexString(there));
    }
    if (in.read() >= 0) {
      throw damaged("the file goes on after its checksum");
    }
    return new CheckedTensors(file, header.metadata(), floats, doubles);
  }

  private void read(Tensor tensor) throws IOException {
    long length = (tensor.end() - tensor.begin()) / tensor.type().bytes();
    if (length > Integer.MAX_VALUE - 8) {
      throw damaged("tensor \"" + Names.shown(tensor.name()) + "\" has " + length + " numbers");
    }
    switch (tensor.type()) {
      case F32 -> {
        float[] values = new float[(int) length];
        for (int from = 0; from < values.length; ) {
          ByteBuffer chunk = chunk(values.length - from, Float.BYTES);
          int count = chunk.remaining() / Float.BYTES;
          chunk.asFloatBuffer().get(values, from, count);
          from += count;
        }
        floats.put(tensor.name(), values);
      }
      case F64 -> {
        double[] values = new double[(int) length];
        for (int from = 0; from < values.length; ) {
          ByteBuffer chunk = chunk(values.length - from, Double.BYTES);
          int count = chunk.remaining() / Double.BYTES;
          chunk.asDoubleBuffer().get(values, from, count);
          from += count;
        }
        doubles.put(tensor.name(), values);
      }
      case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, F16, BF16, I32, U32, I64, U64 ->
          throw damaged(
              "tensor \"" + Names.shown(tensor.name()) + "\" has the dtype " + tensor.type());
    }
  }

  /** The next numbers, not too many at a time. */
  private ByteBuffer chunk(int left, int bytes) throws IOException {
    int count = Math.min(left, BUFFER / bytes);
    return ByteBuffer.wrap(take(count * bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] take(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw damaged("the file ends too early");
    }
    return bytes;
  }

  private MalformedFileException damaged(String found) {
    return new MalformedFileException(file, found, "the file as it was written; it is damaged");
  }
}
