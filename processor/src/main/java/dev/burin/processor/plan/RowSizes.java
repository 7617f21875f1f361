package dev.burin.processor.plan;

import dev.burin.kernel.FloatRows;
import dev.burin.kernel.LayerLayout;
import java.util.ArrayList;
import java.util.List;

/** The sizes of the methods of one narrow layer, its activation aside. */
final class RowSizes {

  private final RowLayerPlan plan;
  private final LayerLayout layout;
  private final int l;
  private final int out;
  private final boolean hasBlocks;
  private final boolean hasRest;
  private final List<MethodSize> sizes = new ArrayList<>();

  private RowSizes(RowLayerPlan plan) {
    this.plan = plan;
    this.layout = plan.layout();
    this.l = layout.number();
    this.out = layout.out();
    this.hasBlocks = plan.whole() > 0;
    this.hasRest = plan.whole() < layout.in();
  }

  static List<MethodSize> of(RowLayerPlan plan) {
    RowSizes rows = new RowSizes(plan);
    if (rows.hasBlocks) {
      rows.forward();
    }
    rows.sums();
    if (rows.l > 1) {
      rows.inputGradient();
    }
    rows.weightGradient();
    if (rows.hasRest) {
      rows.rest();
    }
    rows.bias();
    return rows.sizes;
  }

  private void add(String method, int bytes) {
    sizes.add(new MethodSize(method, bytes));
  }

  private void forward() {
    int p = 0;
    int a0 = 1;
    int a0At = 2;
    int partial = 3;
    int z = 4;
    int from = 5;
    int to = 6;
    Bytecode code = new Bytecode(7);
    int j = code.loop(0, out, 1);
    int w = code.local();
    code.constant(layout.weights()).load(j).constant(layout.in()).operators(2).store(w);
    int s = code.local();
    code.load(from).store(s);
    for (int height : plan.heights()) {
      SweepSizes.rows(code, height, s, to);
      code.load(p, w, a0, a0At, s).constant(plan.inputStride()).operators(2);
      code.load(partial, s).constant(out).operators(1).load(j).operators(1);
      code.constant(FloatRows.LANES).operators(1).call();
      Tile tile = new Tile(height, plan.vectorsPerBlock());
      add(
          "forward" + l + "Rows" + height,
          RowTileSizes.forward(tile, plan.lanes(), plan.whole(), out, plan.inputStride()));
    }
    code.load(p);
    if (hasRest) {
      code.load(a0, a0At);
    }
    code.load(partial, z, from, to).call();
    add("forward" + l, code.bytes());
  }

  private void sums() {
    int p = 0;
    int a0 = 1;
    int a0At = 2;
    int partial = hasRest ? 3 : 1;
    int z = hasBlocks ? partial + 1 : 3;
    int from = z + 1;
    int to = z + 2;
    Bytecode code = new Bytecode(to + 1);
    int s = code.loop(from, to);
    int a = hasRest ? code.local() : 0;
    if (hasRest) {
      code.load(a0At, s).constant(plan.inputStride()).operators(2).store(a);
    }
    int j = code.loop(0, out, 1);
    int at = hasBlocks ? halves(code, partial, s, j) : 0;
    int sum = code.local();
    code.load(p).constant(layout.bias()).load(j).operators(2).store(sum);
    if (hasBlocks) {
      code.load(sum, partial, at).operators(1).load(partial).at(at, 2).operators(2);
      code.load(partial).at(at, 1).operators(1).load(partial).at(at, 3).operators(4).store(sum);
    }
    if (hasRest) {
      int k = code.loop(plan.whole(), layout.in(), 1);
      code.load(p).constant(layout.weights()).load(j).constant(layout.in()).operators(2);
      code.load(k).operators(2).load(a0, a, k).operators(2).load(sum).call().store(sum);
    }
    code.load(z, s).constant(out).operators(1).load(j).operators(1).load(sum).operators(1);
    add("forward" + l + (hasBlocks ? "Fold" : ""), code.bytes());
  }

  /** The additions of halves. Gives the place of the first of the sums that are left. */
  private int halves(Bytecode code, int partial, int s, int j) {
    int at = code.local();
    code.load(s).constant(out).operators(1).load(j).operators(1);
    code.constant(FloatRows.LANES).operators(1).store(at);
    for (int half : RowLayerPlan.HALVES) {
      for (int c = 0; c < half; c += plan.halfLanes(half)) {
        code.field().load(partial).step(at, c).call();
        code.field().load(partial).at(at, half + c).call().call();
        code.load(partial).step(at, c).call();
      }
    }
    return at;
  }

  private void inputGradient() {
    int p = 0;
    int dz = 1;
    int da0 = 2;
    int from = 3;
    int to = 4;
    Bytecode code = new Bytecode(5);
    int s = code.loop(from, to);
    int d = code.local();
    code.load(s).constant(out).operators(1).store(d);
    int da = code.local();
    code.load(s).constant(plan.inputStride()).operators(1).store(da);
    if (hasBlocks) {
      int ds = code.locals(out);
      for (int j = 0; j < out; j++) {
        code.field().load(dz).step(d, j).operators(1).call().store(ds + j);
      }
      int begin = code.begin();
      int k = code.loop(0, plan.whole(), plan.lanes());
      int sum = code.local();
      code.field().call().store(sum);
      for (int j = 0; j < out; j++) {
        code.field().load(p).constant(layout.weights() + j * layout.in()).load(k).operators(1);
        code.call().load(ds + j, sum).call().store(sum);
      }
      code.load(sum, da0, da, k).operators(1).call();
      code.end(begin);
    }
    if (hasRest) {
      int k = code.loop(plan.whole(), layout.in(), 1);
      int sum = code.local();
      code.operators(1).store(sum);
      for (int j = 0; j < out; j++) {
        code.load(p).constant(layout.weights() + j * layout.in()).load(k).operators(2);
        code.load(dz).at(d, j).operators(1).load(sum).call().store(sum);
      }
      code.load(da0, da, k).operators(1).load(sum).operators(1);
    }
    add("inputGradient" + l, code.bytes());
  }

  private void weightGradient() {
    int a0 = 0;
    int a0At = 1;
    int dz = 2;
    int rows = 3;
    int fresh = 4;
    int dp = 5;
    int part = 6;
    int parts = 7;
    Bytecode code = new Bytecode(8);
    int first = code.locals(hasBlocks ? 2 : 0);
    int last = first + 1;
    if (hasBlocks) {
      int vectors = plan.wholeVectors();
      code.constant(vectors).load(part, parts).constant(plan.lanes()).operators(3).store(first);
      code.constant(vectors).load(part).constant(1).load(parts).constant(plan.lanes());
      code.operators(4).store(last);
    }
    int from = SweepSizes.shards(code, rows);
    int to = from + 1;
    int add = SweepSizes.add(code, fresh, from);
    if (hasBlocks) {
      int k = code.local();
      code.load(first).store(k);
      for (int width : plan.widths()) {
        int step = width * plan.lanes();
        code.at(k, step).load(last).branch().repeat(step);
        code.load(a0, a0At, k, dz, from, to, add, dp).call();
        Tile tile = new Tile(out, width);
        add(
            "weightGradient" + l + "Vectors" + width,
            RowTileSizes.weightGradient(
                tile, plan.lanes(), layout.weights(), layout.in(), plan.inputStride()));
      }
    }
    if (hasRest) {
      code.load(part).constant(1).operators(1).load(parts).branch();
      code.load(a0, a0At, dz, from, to, add, dp).call();
    }
    add("weightGradient" + l, code.bytes());
  }

  private void rest() {
    int a0 = 0;
    int a0At = 1;
    int dz = 2;
    int from = 3;
    int to = 4;
    int add = 5;
    int dp = 6;
    Bytecode code = new Bytecode(7);
    int j = code.loop(0, out, 1);
    int k = code.loop(plan.whole(), layout.in(), 1);
    int sum = code.local();
    code.operators(1).store(sum);
    int s = code.loop(from, to);
    code.load(a0, a0At, s).constant(plan.inputStride()).operators(2).load(k).operators(2);
    code.load(dz, s).constant(out).operators(1).load(j).operators(2).load(sum).call().store(sum);
    int dw = code.local();
    code.constant(layout.weights()).load(j).constant(layout.in()).operators(2);
    code.load(k).operators(1).store(dw);
    code.load(dp, dw, add).branch().load(dp, dw).operators(1).branch().constant(0);
    code.load(sum).operators(2);
    add("weightGradient" + l + "Rest", code.bytes());
  }

  private void bias() {
    int dz = 0;
    int rows = 1;
    int fresh = 2;
    int dp = 3;
    Bytecode code = new Bytecode(4);
    int from = SweepSizes.shards(code, rows);
    int add = SweepSizes.add(code, fresh, from);
    int j = code.loop(0, out, 1);
    int sum = code.local();
    code.operators(1).store(sum);
    int s = code.loop(from, from + 1);
    code.load(sum, dz, s).constant(out).operators(1).load(j).operators(3).store(sum);
    code.load(dp).constant(layout.bias()).load(j).operators(1).load(add).branch();
    code.load(dp).constant(layout.bias()).load(j).operators(2).branch().constant(0);
    code.load(sum).operators(2);
    add("biasGradient" + l, code.bytes());
  }
}
