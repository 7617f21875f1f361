package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;

/** The sizes of the loops that walk a sweep. */
final class SweepSizes {

  private SweepSizes() {}

  /**
   * The loops over the blocks of columns. Gives the place of the first column of a block; the next
   * is the place of its first weight.
   *
   * @param start the place of the first panel
   * @param rows the rows of a panel
   */
  static int columns(Bytecode code, Sweep sweep, int start, int rows) {
    code.constant(start).operators(1);
    int j;
    if (sweep.splitsPanels()) {
      int panel = code.loop(sweep.first(), sweep.end(), sweep.panel());
      j = code.local();
      code.load(panel).store(j).load(j).at(panel, sweep.panel()).branch().repeat(sweep.block());
      code.load(panel).constant(rows).load(j, panel).operators(3);
    } else {
      j = code.loop(sweep.first(), sweep.end(), sweep.block());
      code.load(j).constant(rows).operators(1);
    }
    code.store(code.local());
    return j;
  }

  /** The loop over the rows of tiles of one height. */
  static void rows(Bytecode code, int height, int row, int last) {
    if (height == 1) {
      code.load(row);
    } else {
      code.at(row, height);
    }
    code.load(last).branch().repeat(height);
  }

  /** What is counted for a tile of B4: its first input after that of the step, and its rows. */
  interface Tiles {
    void each(int input, int rows);
  }

  /** The loops over the inputs of a block, in the tiles that each height is cut into. */
  static void tiles(Bytecode code, Sweep sweep, int k, int block, Tiles tiles) {
    code.load(block).store(k);
    for (int height : sweep.heights()) {
      rows(code, height, k, block + 1);
      int input = 0;
      for (int rows : sweep.tiles(height)) {
        tiles.each(input, rows);
        input += rows;
      }
    }
  }

  /** The loop over the blocks of a part's inputs. Gives the place of a block; then its end's. */
  static int blocks(Bytecode code, PanelLayerPlan plan, int part, int parts) {
    int tallest = plan.tallestInputs();
    int in = plan.layout().in();
    int tiles = in / tallest;
    int first = code.locals(2);
    int last = first + 1;
    code.constant(tiles).load(part, parts).constant(tallest).operators(3).store(first);
    code.load(part).constant(1).operators(1).load(parts).branch().constant(in).branch();
    code.constant(tiles).load(part).constant(1).load(parts).constant(tallest).operators(4);
    code.store(last);
    int step = plan.inputBlock();
    int block = code.local();
    code.load(first).store(block).load(block, last).branch().repeat(step);
    int end = code.local();
    code.load(last).at(block, step).call().store(end);
    return block;
  }

  /** {@code boolean add = !fresh || from > 0}. Gives its place. */
  static int add(Bytecode code, int fresh, int from) {
    int add = code.local();
    code.load(fresh).branch().load(from).branch().constant(1).branch().constant(0).store(add);
    return add;
  }

  /** {@code was = add ? dp : ZEROS}. Gives its place. */
  static int was(Bytecode code, int add, int dp) {
    int was = code.local();
    code.load(add).branch().load(dp).branch().field().store(was);
    return was;
  }

  /** The loop over shards of samples. Gives the place of the first row; the next is the end. */
  static int shards(Bytecode code, int rows) {
    int from = code.local();
    code.constant(0).store(from).load(from, rows).branch().repeat(FloatKernels.SHARD);
    int to = code.local();
    code.load(rows, from).constant(FloatKernels.SHARD).operators(1).call().store(to);
    return from;
  }
}
