package dev.burin.processor.plan;

/**
 * A block of sums that stays in registers: {@code rows} broadcasts times {@code vectors} loads.
 *
 * @param rows the rows of the tile: samples, or inputs for the weight gradient
 * @param vectors the neighbouring vectors of lanes
 */
public record Tile(int rows, int vectors) {

  /** Multiply-adds that a core starts per cycle, and loads per cycle, on the planned machines. */
  private static final double PER_CYCLE = 2;

  /** Cycles from the start of a multiply-add to its result. */
  private static final double LATENCY = 4;

  int sums() {
    return rows * vectors;
  }

  /**
   * The broadcasts that are alive at once: C2 walks rows two by two, and an odd last one joins the
   * pair before it.
   */
  int broadcasts() {
    return rows % 2 == 0 ? 2 : Math.min(rows, 3);
  }

  /** The registers that sums, operands and broadcasts fill. */
  int registers() {
    return sums() + vectors + broadcasts();
  }

  /** The cycles of one step: bound by multiply-adds, by loads or by the chain of each sum. */
  double cycles() {
    double arithmetic = rows * vectors / PER_CYCLE;
    double loads = (rows + vectors) / PER_CYCLE;
    return Math.max(LATENCY, Math.max(arithmetic, loads));
  }

  @Override
  public String toString() {
    return rows + "x" + vectors;
  }
}
