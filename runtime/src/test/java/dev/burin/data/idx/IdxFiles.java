package dev.burin.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The bytes of IDX files for tests. */
final class IdxFiles {

  static final int IMAGES = 0x00000803;
  static final int LABELS = 0x00000801;

  private IdxFiles() {}

  /** A header of these numbers and then the elements. */
  static byte[] file(int magic, int[] dimensions, byte[] elements) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
    file.putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.put(elements).array();
  }

  static byte[] images(int count, int rows, int columns, byte[] pixels) {
    return file(IMAGES, new int[] {count, rows, columns}, pixels);
  }

  static byte[] labels(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return file(LABELS, new int[] {labels.length}, bytes);
  }

  static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
