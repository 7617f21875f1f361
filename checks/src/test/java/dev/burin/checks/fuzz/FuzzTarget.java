package dev.burin.checks.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * A reader that is tried with bytes that nobody meant. Each of them is either read or refused in
 * the one way that the reader declares; whatever else comes out of {@link #read} is a fault.
 */
interface FuzzTarget {

  /** What it is called on the command line and in the table of the documentation. */
  String name();

  /** Files that are read, made by code, from which all others descend. */
  List<byte[]> seeds();

  /**
   * Reads a file, and looks whether what was read is what the file says, as far as that can be told
   * without a second reader.
   *
   * @return whether it was read; false if it was refused as declared
   * @throws IOException if it was refused in another way
   */
  boolean read(byte[] bytes) throws IOException;

  /**
   * The most bytes of memory that reading so many bytes may take, beside a megabyte: the reader's
   * own bound, what it checks before it allocates included.
   */
  long mostMemory(int length);
}
