package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.LayerLayout;
import java.util.ArrayList;
import java.util.List;

/** The sizes of the methods of B4 of one layer in panels. */
final class WeightGradientSizes {

  private static final int A0 = 0;
  private static final int A0_AT = 1;
  private static final int DZ = 2;
  private static final int ROWS = 3;
  private static final int FRESH = 4;
  private static final int DP = 5;
  private static final int PACKED = 6;

  private final PanelLayerPlan plan;
  private final LayerLayout layout;
  private final Bytecode code;
  private final int block;
  private final int from;
  private final int n;
  private final int add;
  private final List<MethodSize> sizes = new ArrayList<>();

  private WeightGradientSizes(PanelLayerPlan plan) {
    this.plan = plan;
    this.layout = plan.layout();
    int part = plan.packs() ? PACKED + 1 : PACKED;
    this.code = new Bytecode(part + 2);
    this.block = SweepSizes.blocks(code, plan, part, part + 1);
    this.from = SweepSizes.shards(code, ROWS);
    this.n = from + 1;
    this.add = SweepSizes.add(code, FRESH, from);
  }

  static List<MethodSize> of(PanelLayerPlan plan) {
    WeightGradientSizes gradient = new WeightGradientSizes(plan);
    gradient.packInputs();
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      gradient.sweep(plan.weightGradient().get(i), i);
    }
    gradient.add("weightGradient", gradient.code.bytes());
    return gradient.sizes;
  }

  private void add(String method, int bytes) {
    sizes.add(new MethodSize(method + layout.number(), bytes));
  }

  private void packInputs() {
    if (plan.packs()) {
      code.load(A0, A0_AT, from).constant(plan.inputStride()).operators(2);
      code.load(n, block, block + 1, PACKED).call();
      add("packInputs", PackingSizes.inputs(plan));
    }
  }

  private void sweep(Sweep sweep, int number) {
    int begin = code.begin();
    int j = SweepSizes.columns(code, sweep, layout.weights(), layout.in());
    if (plan.packs()) {
      code.load(DZ, from).constant(layout.rowStride()).load(j).operators(2);
      code.load(n, PACKED).call();
      add(number == 0 ? "packGradients" : "packTailGradients", PackingSizes.gradients(plan, sweep));
    }
    int k = code.local();
    SweepSizes.tiles(code, sweep, k, block, (input, rows) -> call(sweep, j, k, input));
    code.end(begin);
    for (int height : sweep.tiles()) {
      String name = PanelSizes.tile("weightGradient" + layout.number(), number, height);
      sizes.add(new MethodSize(name, tile(new Tile(height, sweep.vectors()), sweep)));
    }
  }

  /** The call of a tile whose first input is {@code k + input}. */
  private void call(Sweep sweep, int j, int k, int input) {
    int w = j + 1;
    if (plan.packs()) {
      code.load(PACKED).constant(FloatKernels.PACKED_X).load(k, block).operators(1);
      code.constant(FloatKernels.SHARD).operators(2);
      TileSizes.offset(code, input);
    } else {
      code.load(A0, A0_AT, from).constant(plan.inputStride()).load(k).operators(3);
      TileSizes.offset(code, input).load(DZ, from).constant(layout.rowStride());
      code.load(j).operators(2);
    }
    code.load(n, add, DP, w, k).constant(sweep.panel()).operators(2);
    TileSizes.offset(code, input * sweep.panel()).call();
  }

  private int tile(Tile tile, Sweep sweep) {
    return plan.packs()
        ? TileSizes.packedGradient(tile, sweep.lanes(), sweep.panel(), plan.tallestInputs())
        : TileSizes.weightGradient(
            tile, sweep.lanes(), sweep.panel(), plan.inputStride(), layout.rowStride());
  }
}
