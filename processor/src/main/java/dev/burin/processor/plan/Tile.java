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

  /**
   * The longest method that a tile may ask for. HotSpot does not compile one of more than 8,000
   * bytes; half of that leaves room for what stands around a tile.
   */
  static final int MOST_BYTES = 4_000;

  /** The bytecode of a sum: its start, its multiply-add, its store; 60 are the most seen. */
  private static final int BYTES_PER_SUM = 70;

  /** The bytecode of the loop around the sums. */
  private static final int BYTES_AROUND = 200;

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

  /** No method with this tile is longer; CodeSizeTest measures what they really are. */
  int bytes() {
    return BYTES_PER_SUM * sums() + BYTES_AROUND;
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
