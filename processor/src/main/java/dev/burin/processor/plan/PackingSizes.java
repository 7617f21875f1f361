package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;

/** The sizes of the methods that copy what the tiles of B4 read. */
final class PackingSizes {

  private PackingSizes() {}

  /** The inputs of a block. */
  static int inputs(PanelLayerPlan plan) {
    int tallest = plan.tallestInputs();
    int a0 = 0;
    int a = 1;
    int n = 2;
    int block = 3;
    int end = 4;
    int packed = 5;
    Bytecode code = new Bytecode(6);
    int s = code.local();
    code.constant(0).store(s).load(s, n).constant(1).operators(1).branch().repeat(1);
    for (boolean last : new boolean[] {false, true}) {
      int begin = code.begin();
      int from = code.local();
      code.load(a, s).constant(plan.inputStride()).operators(2).store(from);
      int to = code.local();
      code.constant(FloatKernels.PACKED_X).load(s).constant(tallest).operators(2).store(to);
      int k = code.local();
      code.load(block).store(k).load(k, end).branch().repeat(tallest);
      if (last) {
        code.load(a0, from, k).operators(1).load(packed, to, k, block).operators(1);
        code.constant(FloatKernels.SHARD).operators(2).constant(tallest).load(end, k);
        code.operators(1).call().call();
      } else {
        int at = code.local();
        code.load(to, k, block).operators(1).constant(FloatKernels.SHARD).operators(2).store(at);
        for (int c = 0; c < tallest; c += plan.lanes()) {
          code.field().load(a0, from, k).operators(1);
          TileSizes.offset(code, c).call().load(packed).step(at, c).call();
        }
      }
      code.end(begin);
    }
    return code.bytes();
  }

  /** The dz of a block of columns. */
  static int gradients(PanelLayerPlan plan, Sweep sweep) {
    int dz = 0;
    int d = 1;
    int n = 2;
    int packed = 3;
    Bytecode code = new Bytecode(4);
    int s = code.local();
    code.constant(0).store(s).load(s, n).branch().repeat(1);
    int from = code.local();
    code.load(d, s).constant(plan.layout().rowStride()).operators(2).store(from);
    int to = code.local();
    code.constant(FloatKernels.PACKED_DZ).load(s).constant(sweep.block()).operators(2).store(to);
    int vectors = code.locals(sweep.vectors());
    for (int v = 0; v < sweep.vectors(); v++) {
      TileSizes.fromArray(code, dz, from, v * sweep.lanes()).store(vectors + v);
    }
    for (int v = 0; v < sweep.vectors(); v++) {
      code.load(vectors + v, packed).step(to, v * sweep.lanes()).call();
    }
    return code.bytes();
  }
}
