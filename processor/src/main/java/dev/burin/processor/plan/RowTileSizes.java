package dev.burin.processor.plan;

/** The sizes of the methods of a narrow layer that hold a register tile. */
final class RowTileSizes {

  private RowTileSizes() {}

  /** F1 of a narrow layer: the partial sums of one output for some samples. */
  static int forward(Tile tile, int lanes, int whole, int out, int stride0) {
    int p = 0;
    int w = 1;
    int a0 = 2;
    int a = 3;
    int partial = 4;
    int to = 5;
    Bytecode code = new Bytecode(6);
    int sums = TileSizes.zero(code, tile.sums());
    int begin = code.begin();
    int block = lanes * tile.vectors();
    int k = code.loop(0, whole, block);
    int ws = code.locals(tile.vectors());
    int x = code.local();
    for (int v = 0; v < tile.vectors(); v++) {
      code.field().load(p).load(w, k).operators(1);
      TileSizes.offset(code, v * lanes).call().store(ws + v);
    }
    for (int r = 0; r < tile.rows(); r++) {
      for (int v = 0; v < tile.vectors(); v++) {
        code.field().load(a0).step(a, r * stride0).load(k).operators(1);
        TileSizes.offset(code, v * lanes).call().store(x);
        int sum = sums + r * tile.vectors() + v;
        code.load(ws + v, x, sum).call().store(sum);
      }
    }
    code.end(begin);
    TileSizes.store(code, tile, lanes, sums, partial, to, out * block);
    return code.bytes();
  }

  /** B4 of a narrow layer: the rows of the tile are its outputs, the vectors its inputs. */
  static int weightGradient(Tile tile, int lanes, int weights, int in, int stride0) {
    int a0 = 0;
    int a0At = 1;
    int k = 2;
    int dz = 3;
    int from = 4;
    int to = 5;
    int add = 6;
    int dp = 7;
    Bytecode code = new Bytecode(8);
    int sums = TileSizes.zero(code, tile.sums());
    int begin = code.begin();
    int s = code.loop(from, to);
    int as = code.local();
    code.load(a0At, s).constant(stride0).operators(2).load(k).operators(1).store(as);
    int vs = code.locals(tile.vectors());
    for (int v = 0; v < tile.vectors(); v++) {
      TileSizes.fromArray(code, a0, as, v * lanes).store(vs + v);
    }
    int x = code.local();
    for (int j = 0; j < tile.rows(); j++) {
      code.field().load(dz, s).constant(tile.rows()).constant(j).operators(3).call().store(x);
      TileSizes.multiply(code, tile, sums, j, vs, x);
    }
    code.end(begin);
    int was = SweepSizes.was(code, add, dp);
    int at = code.local();
    code.load(add).branch().constant(weights).load(k).operators(1).branch().constant(0).store(at);
    int row = code.locals(tile.rows() > 1 ? 1 : 0);
    if (tile.rows() > 1) {
      code.load(add).branch().constant(in).branch().constant(0).store(row);
    }
    for (int j = 0; j < tile.rows(); j++) {
      for (int v = 0; v < tile.vectors(); v++) {
        code.field().load(was, at);
        if (j > 0) {
          code.load(row).operators(1);
        }
        if (j > 1) {
          code.constant(j).operators(1);
        }
        TileSizes.offset(code, v * lanes).call().load(sums + j * tile.vectors() + v).call();
        code.load(dp).constant(weights + j * in).load(k).operators(1);
        TileSizes.offset(code, v * lanes).call();
      }
    }
    return code.bytes();
  }
}
