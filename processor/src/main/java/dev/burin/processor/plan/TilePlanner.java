package dev.burin.processor.plan;

import dev.burin.shape.LayerLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Chooses register tiles: how many vectors wide and how many rows high. */
final class TilePlanner {

  /** No tile is higher: past it the loop body only grows, see docs/plan.md. */
  static final int HIGHEST = 14;

  private final Machine machine;
  private final int lanes;
  private final int highest;

  TilePlanner(Machine machine, int lanes) {
    this(machine, lanes, HIGHEST);
  }

  TilePlanner(Machine machine, int lanes, int highest) {
    this.machine = machine;
    this.lanes = lanes;
    this.highest = highest;
  }

  /** Sweeps over the columns of a layer: its equal panels, and the last where it is another. */
  List<Sweep> sweeps(LayerLayout layer, Heights heights) {
    List<Sweep> sweeps = new ArrayList<>();
    int equal = layer.equalPanels();
    int full = equal * layer.panel();
    if (equal > 0) {
      sweeps.add(
          sweep(
              0,
              full,
              equal == layer.panels(),
              layer.panel(),
              heights,
              highestTile -> highestTile));
    }
    if (equal < layer.panels()) {
      int last = layer.panelWidth(equal);
      sweeps.add(sweep(full, last, true, last, heights, highestTile -> highestTile));
    }
    return sweeps;
  }

  /** The same, where the last panel is walked in the heights of the others. */
  List<Sweep> sweepsOfOneHeight(LayerLayout layer, Heights heights) {
    List<Sweep> sweeps = sweeps(layer, heights);
    if (sweeps.size() == 1) {
      return sweeps;
    }
    List<Integer> same = sweeps.getFirst().heights();
    Sweep last = sweeps.getLast();
    return List.of(
        sweeps.getFirst(),
        sweep(
            last.first(),
            last.columns(),
            true,
            last.panel(),
            (highestTile, vectors) -> same,
            highestTile -> Sweep.cut(same.getFirst(), highestTile).getLast()));
  }

  /** The rule for the rows of a sweep, given the highest tile and the vectors of its blocks. */
  interface Heights {
    List<Integer> of(int highest, int vectors);
  }

  private Sweep sweep(
      int first, int columns, boolean last, int panel, Heights heights, IntUnaryOperator rows) {
    int vectors = vectors(panel, rows);
    int highestTile = highest(vectors);
    return new Sweep(
        first, columns, last, panel, lanes, vectors, heights.of(highestTile, vectors), highestTile);
  }

  /**
   * The block that divides a panel with the fewest loads for each multiply-add, the narrower one
   * among equals.
   *
   * @param rows the rows of a usual tile, given the highest
   */
  private int vectors(int panel, IntUnaryOperator rows) {
    return divisors(panel / lanes).stream()
        .min(
            Comparator.comparingDouble((Integer v) -> loadsPerStep(rows.applyAsInt(highest(v)), v))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static double loadsPerStep(int rows, int vectors) {
    return (rows + vectors) / (double) (rows * vectors);
  }

  private int highest(int vectors) {
    int rows = highest;
    while (rows > 1 && !fits(new Tile(rows, vectors))) {
      rows--;
    }
    return rows;
  }

  private boolean fits(Tile tile) {
    return tile.registers() <= machine.registers() && tile.bytes() <= Tile.MOST_BYTES;
  }

  private static List<Integer> divisors(int n) {
    List<Integer> divisors = new ArrayList<>();
    for (int d = 1; d <= n && d <= 4; d++) {
      if (n % d == 0) {
        divisors.add(d);
      }
    }
    return divisors;
  }

  /** Heights for a count of rows that only the call knows: the highest, then halves down to 1. */
  static List<Integer> anyCount(int highest, int vectors) {
    List<Integer> heights = new ArrayList<>(List.of(highest));
    for (int height = Integer.highestOneBit(Math.max(1, highest - 1)); height >= 1; height /= 2) {
      if (height < highest) {
        heights.add(height);
      }
    }
    return heights;
  }

  /**
   * Heights for a known count: one height as often as it fits and one tile for the rest, whichever
   * costs the fewest cycles; the greater height among equals.
   */
  static List<Integer> knownCount(int rows, int highest, int vectors) {
    List<Integer> best = List.of(1);
    double least = Double.POSITIVE_INFINITY;
    for (int height = Math.min(rows, highest); height >= 1; height--) {
      int rest = rows % height;
      int tiles = rows / height;
      double cycles = tiles * new Tile(height, vectors).cycles();
      if (rest > 0) {
        cycles += new Tile(rest, vectors).cycles();
      }
      if (cycles < least) {
        least = cycles;
        best = rest == 0 ? List.of(height) : List.of(height, rest);
      }
    }
    return best;
  }
}
