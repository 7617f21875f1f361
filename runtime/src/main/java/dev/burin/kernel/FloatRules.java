package dev.burin.kernel;

/**
 * The rules that move ranges of parameters, written once for all networks: no rule depends on a
 * shape. A range and its gradient either begin at one place of two arrays, and then a plain loop is
 * as fast as vectors, or they do not, as with a tile of kernels: HotSpot makes no vectors of such a
 * loop, so {@code FloatTileRules} does. The bits are the same.
 */
public final class FloatRules {

  /** Where kernels run, vectors do; the twin knows no tiles. */
  private static final boolean VECTORS = Lanes.chosen() != Width.PLAIN;

  private FloatRules() {}

  /**
   * U1 p = p - eta g for {@code p[from..to)} and {@code g[at..]}.
   *
   * @param down the learning rate eta with its sign changed
   */
  public static void descend(float[] p, int from, int to, float[] g, int at, float down) {
    if (at == from) {
      for (int i = from; i < to; i++) {
        p[i] = Math.fma(down, g[i], p[i]);
      }
      return;
    }
    int d = at - from;
    int rest = VECTORS ? FloatTileRules.descend(p, from, to, g, d, down) : from;
    for (int i = rest; i < to; i++) {
      p[i] = Math.fma(down, g[i + d], p[i]);
    }
  }

  /**
   * U2 v = mu v + g, then p = p - eta v, for {@code p[from..to)}, {@code v[from..to)} and {@code
   * g[at..]}.
   *
   * @param down the learning rate eta with its sign changed
   * @param mu the momentum
   */
  public static void descendWithMomentum(
      float[] p, float[] v, int from, int to, float[] g, int at, float down, float mu) {
    if (at == from) {
      for (int i = from; i < to; i++) {
        v[i] = Math.fma(mu, v[i], g[i]);
        p[i] = Math.fma(down, v[i], p[i]);
      }
      return;
    }
    int d = at - from;
    int rest = VECTORS ? FloatTileRules.descendWithMomentum(p, v, from, to, g, d, down, mu) : from;
    for (int i = rest; i < to; i++) {
      v[i] = Math.fma(mu, v[i], g[i + d]);
      p[i] = Math.fma(down, v[i], p[i]);
    }
  }
}
