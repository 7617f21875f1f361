package dev.burin.processor.plan;

import dev.burin.kernel.Equation;

/**
 * The factor that a multiply-add of a register tile names first. The product is the same; but C2
 * orders its loads by it, and in each kind of loop only one of the two leaves every sum in a
 * register, see docs/plan.md.
 */
public enum Factor {
  /** The broadcast number: where the rows of a tile are far apart. */
  NUMBER,
  /** The loaded vector: where the numbers of a tile are neighbours. */
  VECTOR;

  /** The factor for the tiles of an equation: the rows of B4 are neighbouring inputs. */
  public static Factor firstOf(Equation equation) {
    return equation == Equation.B4 ? VECTOR : NUMBER;
  }
}
