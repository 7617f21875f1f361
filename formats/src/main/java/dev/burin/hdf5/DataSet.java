package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An array of numbers in a file, whose elements were not read yet.
 *
 * @param name the path in the file, as it was asked for
 */
record DataSet(HdfFile file, String name, Dataspace space, NumberType type, ObjectHeader header) {

  /** Elements that lie in one piece are read in pieces of this size, a multiple of any element. */
  private static final int PIECE = 1 << 16;

  static DataSet of(HdfFile file, String name, ObjectHeader header) throws IOException {
    Optional<Block> space = header.first(MessageType.DATASPACE);
    List<Message> type = header.all(MessageType.DATATYPE);
    if (space.isEmpty() || type.isEmpty()) {
      throw file.bytes()
          .malformed(
              "The file is damaged: " + name + " has no type or dimensions; get it once more.");
    }
    NumberType numbers = Datatype.of(file, type.getFirst(), name);
    return new DataSet(file, name, Dataspace.read(space.get(), name), numbers, header);
  }

  /** Passes all elements on, of which there are so many. */
  void read(int elements, Target target) throws IOException {
    if (elements == 0) {
      return;
    }
    if (header.has(MessageType.EXTERNAL_FILES)) {
      throw file.bytes()
          .malformed("The numbers of " + name + " are in other files; only this file is read.");
    }
    Block message =
        header
            .first(MessageType.LAYOUT)
            .orElseThrow(
                () -> file.bytes().malformed("The file is damaged: " + name + " is nowhere."));
    List<Filter> filters = Filters.read(header, name);
    switch (Layout.read(message, name)) {
      case Layout.Compact(byte[] bytes) -> {
        checkSize(elements, bytes.length);
        target.put(0, ByteBuffer.wrap(bytes).order(type.order()), 0, elements);
      }
      case Layout.Contiguous(long address, long size) -> {
        if (address == HdfFile.UNDEFINED) {
          fill(elements, target);
        } else {
          checkSize(elements, size);
          pieces(address, elements, target);
        }
      }
      case Layout.Chunked chunked -> new ChunkedStorage(this, chunked, filters, target).read();
    }
  }

  private void checkSize(int elements, long size) throws IOException {
    if (size != (long) elements * type.size()) {
      throw file.bytes()
          .malformed(
              "The file is damaged: "
                  + name
                  + " is "
                  + space.text()
                  + " of "
                  + type
                  + ", but has "
                  + size
                  + " bytes; get the file once more.");
    }
  }

  private void pieces(long address, int elements, Target target) throws IOException {
    byte[] piece = new byte[(int) Math.min(PIECE, (long) elements * type.size())];
    ByteBuffer raw = ByteBuffer.wrap(piece).order(type.order());
    int perPiece = piece.length / type.size();
    for (int at = 0; at < elements; at += perPiece) {
      int count = Math.min(perPiece, elements - at);
      file.read(address + (long) at * type.size(), piece, count * type.size(), name);
      target.put(at, raw, 0, count);
    }
  }

  private void fill(int elements, Target target) throws IOException {
    Optional<byte[]> value = FillValue.read(header, type);
    if (value.isEmpty()) {
      throw file.bytes()
          .malformed(name + " was never written, and the file has no value to fill it with.");
    }
    if (!isZero(value.get())) {
      ByteBuffer raw = repeated(value.get(), PIECE, type);
      int perPiece = PIECE / type.size();
      for (int at = 0; at < elements; at += perPiece) {
        target.put(at, raw, 0, Math.min(perPiece, elements - at));
      }
    }
  }

  /** Whether this is what new arrays are filled with anyway, in each of the types. */
  static boolean isZero(byte[] value) {
    return Arrays.equals(value, new byte[value.length]);
  }

  /** So many bytes of one value after the other. */
  static ByteBuffer repeated(byte[] value, int size, NumberType type) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = value[i % value.length];
    }
    return ByteBuffer.wrap(bytes).order(type.order());
  }
}
