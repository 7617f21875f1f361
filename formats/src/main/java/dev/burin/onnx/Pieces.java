package dev.burin.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a repeated field of numbers: one packed piece, which stays where it is, or, as
 * protobuf allows, many pieces, which are put together.
 */
final class Pieces {

  private @Nullable ByteBuffer only;
  private @Nullable ByteArrayOutputStream joined;

  void add(Wire piece) {
    ByteBuffer bytes = piece.buffer();
    if (joined != null) {
      copy(bytes, joined);
    } else if (only == null) {
      only = bytes;
    } else {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      copy(only, all);
      copy(bytes, all);
      joined = all;
    }
  }

  private static void copy(ByteBuffer from, ByteArrayOutputStream to) {
    while (from.hasRemaining()) {
      to.write(from.get());
    }
  }

  /** All of them, little-endian, or null if there were none. */
  @Nullable ByteBuffer bytes() {
    return joined == null
        ? only
        : ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
