package dev.burin.hdf5;

/**
 * How many bytes addresses and lengths have in a file: 2, 4 or 8.
 *
 * @param offset of an address, "size of offsets" in the specification
 * @param length of a length, "size of lengths"
 */
record Widths(int offset, int length) {}
