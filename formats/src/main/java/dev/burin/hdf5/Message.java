package dev.burin.hdf5;

/**
 * A message of an object header.
 *
 * @param flags as they are in the file
 */
record Message(int type, int flags, Block block) {

  /** Whether the block says where the message is instead of what it is. */
  boolean shared() {
    return (flags & 2) != 0;
  }

  /** Whether a reader that does not know this message must not go on. */
  boolean essential() {
    return (flags & 128) != 0;
  }
}
