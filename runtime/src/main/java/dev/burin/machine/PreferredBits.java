package dev.burin.machine;

import jdk.incubator.vector.FloatVector;

/** Asks the Vector API; loaded only where its module is present. */
final class PreferredBits {

  private PreferredBits() {}

  static int get() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
