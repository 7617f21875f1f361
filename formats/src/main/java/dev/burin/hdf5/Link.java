package dev.burin.hdf5;

/**
 * A name in a group.
 *
 * @param address of the object header, or {@link HdfFile#UNDEFINED} where the name is a soft or
 *     external link, which only says where else to look
 */
record Link(String name, long address) {

  boolean hard() {
    return address != HdfFile.UNDEFINED;
  }
}
