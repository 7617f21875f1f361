package dev.burin.hdf5;

import java.io.IOException;

/**
 * A file whose superblock was found good.
 *
 * @param base where address 0 is
 * @param end where the last byte of HDF5 ends, from the start of the file
 * @param root the address of the object header of the root group
 */
record HdfFile(FileBytes bytes, Widths widths, long base, long end, long root) {

  /** What stands for no address: all bits 1, whatever the width. */
  static final long UNDEFINED = -1;

  private long absolute(long address, long length, String what) throws IOException {
    if (address < 0 || length < 0 || address > end - base - length) {
      throw bytes.damaged(what, base + address, "does not end within the file");
    }
    return base + address;
  }

  /** The bytes of a structure. */
  Block block(long address, long length, String what) throws IOException {
    long at = absolute(address, length, what);
    return new Block(bytes, widths, what, at, bytes.read(at, length, what));
  }

  /** The bytes of a structure without the checksum that ends it, which is verified. */
  Block checked(long address, long length, String what) throws IOException {
    Block block = block(address, length, what);
    block.verifyChecksum();
    return block;
  }

  /** Reads data to the front of an array. */
  void read(long address, byte[] to, int count, String what) throws IOException {
    bytes.read(absolute(address, count, what), to, count, what);
  }
}
