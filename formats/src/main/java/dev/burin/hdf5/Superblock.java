package dev.burin.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Finds the superblock, of version 0 to 3, and checks that the whole file is there. */
final class Superblock {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final String NAME = "superblock";

  /** More than a superblock of any version has. */
  private static final int LARGEST = 128;

  private static final Widths UNKNOWN = new Widths(8, 8);

  private Superblock() {}

  static HdfFile read(FileBytes bytes) throws IOException {
    // A user block of 512 bytes, or twice that, and so on, may lie in front.
    for (long at = 0; at <= bytes.size() - SIGNATURE.length; at = at == 0 ? 512 : 2 * at) {
      if (Arrays.equals(bytes.read(at, SIGNATURE.length, NAME), SIGNATURE)) {
        return read(bytes, at);
      }
    }
    throw bytes.malformed(somethingElse(bytes));
  }

  private static String somethingElse(FileBytes bytes) throws IOException {
    byte[] head = bytes.read(0, Math.min(bytes.size(), SIGNATURE.length), NAME);
    if (head.length == 0) {
      return "The file is empty; an HDF5 file is expected.";
    }
    if (head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return "This is not an HDF5 file but a gzip file, which may hold one; unpack it.";
    }
    return "This is not an HDF5 file: it starts with \""
        + Printable.of(new String(head, StandardCharsets.ISO_8859_1))
        + "\" and has no HDF5 signature at byte 0, 512, 1024, 2048 and so on.";
  }

  private static HdfFile read(FileBytes bytes, long at) throws IOException {
    byte[] head = bytes.read(at, Math.min(LARGEST, bytes.size() - at), NAME);
    Block block = new Block(bytes, UNKNOWN, NAME, at, head);
    block.skip(SIGNATURE.length);
    int version = block.u8();
    if (version > 3) {
      throw block.unreadable(version);
    }
    return version < 2 ? old(bytes, at, head, version) : checked(bytes, at, head, version);
  }

  private static HdfFile old(FileBytes bytes, long at, byte[] head, int version)
      throws IOException {
    Block start = new Block(bytes, UNKNOWN, NAME, at, head);
    start.skip(SIGNATURE.length + 5);
    Block block = new Block(bytes, widths(start), NAME, at, head);
    // Values that help writers: the sizes of nodes, and for version 1 those of chunks too.
    block.skip(SIGNATURE.length + (version == 0 ? 16 : 20));
    long base = block.address();
    block.address();
    long end = block.address();
    refuseParts(block, block.address());
    // The offset of the name that the root group does not have.
    block.length();
    return file(bytes, block, at, base, end, block.address());
  }

  private static HdfFile checked(FileBytes bytes, long at, byte[] head, int version)
      throws IOException {
    Block start = new Block(bytes, UNKNOWN, NAME, at, head);
    start.skip(SIGNATURE.length + 1);
    Widths widths = widths(start);
    int size = SIGNATURE.length + 4 + 4 * widths.offset() + 4;
    if (head.length < size) {
      throw start.damaged("is cut off");
    }
    Block block = new Block(bytes, widths, NAME, at, Arrays.copyOf(head, size));
    block.verifyChecksum();
    block.skip(SIGNATURE.length + 3);
    int flags = block.u8();
    if (version == 3 && (flags & 5) != 0) {
      throw bytes.malformed(
          "The file is still open in the program that writes it, or was left open when that "
              + "program ended; close it, or run h5clear -s on it.");
    }
    long base = block.address();
    long extension = block.address();
    long end = block.address();
    HdfFile file = file(bytes, block, at, base, end, block.address());
    if (extension != HdfFile.UNDEFINED) {
      ObjectHeader more = ObjectHeader.read(file, extension);
      refuseParts(block, more.has(MessageType.DRIVER_INFO) ? extension : HdfFile.UNDEFINED);
      if (more.has(MessageType.CACHE_IMAGE)) {
        throw bytes.malformed(
            "The structures of the file lie in an image of a cache, which is not read; copy it "
                + "with h5repack.");
      }
    }
    return file;
  }

  private static Widths widths(Block block) throws IOException {
    Widths widths = new Widths(block.u8(), block.u8());
    for (int width : new int[] {widths.offset(), widths.length()}) {
      if (width != 2 && width != 4 && width != 8) {
        throw block.damaged("says that addresses or lengths have " + width + " bytes");
      }
    }
    return widths;
  }

  private static void refuseParts(Block block, long driver) throws IOException {
    if (driver != HdfFile.UNDEFINED) {
      throw block.refused(
          "The file is one of several that belong together, which are not read; join them with "
              + "h5repart or h5repack.");
    }
  }

  private static HdfFile file(FileBytes bytes, Block block, long at, long base, long end, long root)
      throws IOException {
    if (base == HdfFile.UNDEFINED || end == HdfFile.UNDEFINED || root == HdfFile.UNDEFINED) {
      throw block.damaged("lacks an address");
    }
    if (end - base < SIGNATURE.length) {
      throw block.damaged("says that the file ends before it");
    }
    // Where a user block was put in front later, the whole file moved with its superblock.
    if (end - base > bytes.size() - at) {
      throw bytes.malformed(
          String.format(
              Locale.ROOT,
              "The file has %d bytes, but its superblock at byte %d says that %d follow: the end is"
                  + " missing; get the whole file.",
              bytes.size(),
              at,
              end - base));
    }
    return new HdfFile(bytes, block.widths(), at, at + end - base, root);
  }
}
