package dev.burin.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rules in whole vectors, for gradients that lie {@code d} elements further than what they
 * move; loaded only where kernels are. Each returns where the whole vectors end.
 */
final class FloatTileRules {

  /** That of the kernels: a second one in a JVM makes C2 lose the classes of vectors. */
  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Lanes.chosen().bits()));

  private static final int LANES = SPECIES.length();

  private FloatTileRules() {}

  /** U1. */
  static int descend(float[] p, int from, int to, float[] g, int d, float down) {
    FloatVector minusEta = FloatVector.broadcast(SPECIES, down);
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      FloatVector p0 = FloatVector.fromArray(SPECIES, p, i);
      FloatVector.fromArray(SPECIES, g, i + d).fma(minusEta, p0).intoArray(p, i);
    }
    return i;
  }

  /** U2. */
  static int descendWithMomentum(
      float[] p, float[] v, int from, int to, float[] g, int d, float down, float mu) {
    FloatVector minusEta = FloatVector.broadcast(SPECIES, down);
    FloatVector momentum = FloatVector.broadcast(SPECIES, mu);
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      FloatVector g0 = FloatVector.fromArray(SPECIES, g, i + d);
      FloatVector v1 = FloatVector.fromArray(SPECIES, v, i).fma(momentum, g0);
      v1.intoArray(v, i);
      v1.fma(minusEta, FloatVector.fromArray(SPECIES, p, i)).intoArray(p, i);
    }
    return i;
  }
}
