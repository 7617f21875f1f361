package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;

/**
 * The sizes of the methods of a layer in panels that hold a register tile, statement by statement
 * as the emitters spell them: they grow with the tile, so they bound how large it may be.
 */
final class TileSizes {

  private TileSizes() {}

  /**
   * F1 of a layer in panels.
   *
   * @param stride0 the distance between two samples of the inputs
   * @param stride the distance between two samples of the outputs
   * @param relu whether a = relu(z) is stored
   */
  static int forward(
      Tile tile, int lanes, int panel, int in, int stride0, int stride, boolean relu) {
    int p = 0;
    int w = 1;
    int b = 2;
    int a0 = 3;
    int a = 4;
    int z1 = 5;
    int z = 6;
    Bytecode code = new Bytecode(7);
    int biases = code.locals(tile.vectors());
    for (int v = 0; v < tile.vectors(); v++) {
      fromArray(code, p, b, v * lanes).store(biases + v);
    }
    int sums = code.locals(tile.sums());
    for (int i = 0; i < tile.sums(); i++) {
      code.load(biases + i % tile.vectors()).store(sums + i);
    }
    int begin = code.begin();
    int k = code.loop(0, in, 1);
    multiply(code, tile, lanes, panel, sums, new int[] {p, w, a0, a, k}, stride0);
    code.end(begin);
    for (int i = 0; relu && i < tile.sums(); i++) {
      relu(code, sums + i);
    }
    store(code, tile, lanes, sums, z1, z, stride);
    return code.bytes();
  }

  /** What is spelled around a sum to make it {@code relu(sum)}. */
  private static void relu(Bytecode code, int sum) {
    code.constant(0).load(sum).field().constant(0).call().call();
  }

  /** F1 of a layer in panels for one sample. */
  static int oneRow(RowGroup group, int lanes, int in, boolean relu) {
    int p = 0;
    int w = 1;
    int b = 2;
    int a0 = 3;
    int a = 4;
    int z1 = 5;
    int z = 6;
    Bytecode code = new Bytecode(7);
    int vectors = group.columns() / lanes;
    int sums = code.locals(vectors);
    for (int v = 0; v < vectors; v++) {
      code.field().load(p).step(b, v * lanes).call().store(sums + v);
    }
    int k = code.loop(0, in, 1);
    int x = code.local();
    code.field().load(a0, a, k).operators(2).call().store(x);
    int sum = sums;
    int column = 0;
    for (int width : group.widths()) {
      int wk = code.local();
      code.step(w, column * in).load(k).constant(width).operators(2).store(wk);
      for (int c = 0; c < width; c += lanes, sum++) {
        code.field().load(p).step(wk, c).call().load(x, sum).call().store(sum);
      }
      column += width;
    }
    for (int v = 0; v < vectors; v++) {
      if (relu) {
        relu(code, sums + v);
      }
      code.load(sums + v, z1).step(z, v * lanes).call();
    }
    return code.bytes();
  }

  /** B2 of a layer in panels; {@code out} are its outputs, over which a sum runs. */
  static int inputGradient(Tile tile, int lanes, int panel, int out, int stride0, int stride) {
    int wt = 0;
    int w = 1;
    int dz = 2;
    int d = 3;
    int da0 = 4;
    int to = 5;
    Bytecode code = new Bytecode(6);
    int sums = zero(code, tile.sums());
    int begin = code.begin();
    int j = code.loop(0, out, 1);
    multiply(code, tile, lanes, panel, sums, new int[] {wt, w, dz, d, j}, stride);
    code.end(begin);
    store(code, tile, lanes, sums, da0, to, stride0);
    return code.bytes();
  }

  /** One step of the sums; {@code from} are weights, their place, numbers, their place, and k. */
  private static void multiply(
      Bytecode code, Tile tile, int lanes, int panel, int sums, int[] from, int stride) {
    int wk = code.local();
    code.load(from[1], from[4]).constant(panel).operators(2).store(wk);
    int w = code.locals(tile.vectors());
    for (int v = 0; v < tile.vectors(); v++) {
      fromArray(code, from[0], wk, v * lanes).store(w + v);
    }
    int x = code.local();
    for (int r = 0; r < tile.rows(); r++) {
      code.field().load(from[2]).step(from[3], r * stride).load(from[4]).operators(2).call();
      code.store(x);
      multiply(code, tile, sums, r, w, x);
    }
  }

  static void multiply(Bytecode code, Tile tile, int sums, int row, int w, int x) {
    for (int v = 0; v < tile.vectors(); v++) {
      int sum = sums + row * tile.vectors() + v;
      code.load(w + v, x, sum).call().store(sum);
    }
  }

  /** B4 of a layer in panels: the rows of the tile are inputs, read where they lie. */
  static int weightGradient(Tile tile, int lanes, int panel, int stride0, int stride) {
    int a0 = 0;
    int a = 1;
    int dz = 2;
    int d = 3;
    int n = 4;
    int add = 5;
    int dp = 6;
    int dw = 7;
    Bytecode code = new Bytecode(8);
    int sums = zero(code, tile.sums());
    int begin = code.begin();
    int s = code.local();
    code.constant(0).store(s).load(s, n).branch().repeat(1);
    int ds = code.local();
    code.load(d, s).constant(stride).operators(2).store(ds);
    int as = code.local();
    code.load(a, s).constant(stride0).operators(2).store(as);
    return weightGradient(
        code, tile, lanes, panel, sums, begin, new int[] {a0, as, dz, ds, add, dp, dw});
  }

  /**
   * B4 of a layer in panels from packed numbers.
   *
   * @param tallest the inputs of a full tile, which lie side by side
   */
  static int packedGradient(Tile tile, int lanes, int panel, int tallest) {
    int packed = 0;
    int a = 1;
    int n = 2;
    int add = 3;
    int dp = 4;
    int dw = 5;
    Bytecode code = new Bytecode(6);
    int sums = zero(code, tile.sums());
    int begin = code.begin();
    int s = code.local();
    code.constant(0).store(s).load(s, n).branch().repeat(1);
    int ds = code.local();
    code.constant(FloatKernels.PACKED_DZ).load(s).constant(tile.vectors() * lanes);
    code.operators(2).store(ds);
    int as = code.local();
    code.load(a, s).constant(tallest).operators(2).store(as);
    return weightGradient(
        code, tile, lanes, panel, sums, begin, new int[] {packed, as, packed, ds, add, dp, dw});
  }

  /** {@code at} are inputs, their place, dz, their place, whether to add, dp, its place. */
  private static int weightGradient(
      Bytecode code, Tile tile, int lanes, int panel, int sums, int begin, int[] at) {
    int d = code.locals(tile.vectors());
    for (int v = 0; v < tile.vectors(); v++) {
      fromArray(code, at[2], at[3], v * lanes).store(d + v);
    }
    int x = code.local();
    for (int r = 0; r < tile.rows(); r++) {
      code.field().load(at[0]).step(at[1], r).operators(1).call().store(x);
      multiply(code, tile, sums, r, d, x);
    }
    code.end(begin);
    int was = SweepSizes.was(code, at[4], at[5]);
    int wasAt = code.local();
    code.load(at[4]).branch().load(at[6]).branch().constant(0).store(wasAt);
    for (int r = 0; r < tile.rows(); r++) {
      for (int v = 0; v < tile.vectors(); v++) {
        accumulate(
            code,
            new int[] {was, wasAt, at[5], at[6]},
            r * panel + v * lanes,
            sums + r * tile.vectors() + v);
      }
    }
    return code.bytes();
  }

  /** Declares a vector of zeros and sums that start from it; gives the place of the first sum. */
  static int zero(Bytecode code, int count) {
    int zero = code.local();
    code.field().call().store(zero);
    int sums = code.locals(count);
    for (int i = 0; i < count; i++) {
      code.load(zero).store(sums + i);
    }
    return sums;
  }

  static Bytecode fromArray(Bytecode code, int array, int place, int offset) {
    return code.field().load(array).step(place, offset).call();
  }

  static void store(
      Bytecode code, Tile tile, int lanes, int sums, int array, int place, int stride) {
    for (int r = 0; r < tile.rows(); r++) {
      for (int v = 0; v < tile.vectors(); v++) {
        code.load(sums + r * tile.vectors() + v, array).step(place, r * stride);
        offset(code, v * lanes).call();
      }
    }
  }

  /** {@code arrays} are what is added to, its place, what is stored to, its place. */
  private static void accumulate(Bytecode code, int[] arrays, int offset, int sum) {
    for (int i = 0; i < arrays.length; i += 2) {
      code.load(arrays[i]).step(arrays[i + 1], offset);
    }
    code.field().call().load(sum).call().call();
  }

  /** Adds a constant to what was computed, where it is not 0. */
  static Bytecode offset(Bytecode code, int offset) {
    return offset == 0 ? code : code.constant(offset).operators(1);
  }
}
