package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the elements of a data set as they come and keeps them as what was asked for. */
interface Target {

  /**
   * Takes elements that follow one another.
   *
   * @param at the place of the first in the data set, row-major
   * @param raw in the byte order of the data set
   * @param from the byte at which the first starts
   */
  void put(int at, ByteBuffer raw, int from, int count) throws IOException;
}
