package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.LayerLayout;

/** The size of the method that moves the weights of one layer in panels. */
final class StepSizes {

  private static final int A0 = 1;
  private static final int A0_AT = 2;
  private static final int DZ = 3;
  private static final int ROWS = 4;
  private static final int P = 5;
  private static final int PACKED = 6;
  private static final int RULE = 7;
  private static final int PART = 8;
  private static final int PARTS = 9;

  private final PanelLayerPlan plan;
  private final LayerLayout layout;
  private final Bytecode code = new Bytecode(PARTS + 1);
  private final int block;

  private StepSizes(PanelLayerPlan plan) {
    this.plan = plan;
    this.layout = plan.layout();
    this.block = SweepSizes.blocks(code, plan, PART, PARTS);
  }

  static int of(PanelLayerPlan plan) {
    StepSizes step = new StepSizes(plan);
    if (plan.packs()) {
      step.code.load(A0, A0_AT, ROWS, step.block, step.block + 1, PACKED).call();
    }
    for (Sweep sweep : plan.weightGradient()) {
      int begin = step.code.begin();
      if (sweep.splitsPanels()) {
        step.splitPanels(sweep);
      } else {
        step.panels(sweep);
      }
      step.code.end(begin);
    }
    return step.code.bytes();
  }

  private void panels(Sweep sweep) {
    int j = SweepSizes.columns(code, sweep, layout.weights(), layout.in());
    int w = j + 1;
    packGradients(j);
    int k = code.local();
    SweepSizes.tiles(
        code,
        sweep,
        k,
        block,
        (input, rows) -> {
          operands(k, j, input);
          code.load(ROWS).constant(0).load(PACKED).constant(FloatKernels.PACKED_DW).call();
          code.load(RULE, 0, P).load(w, k).constant(sweep.panel()).operators(2);
          TileSizes.offset(code, input * sweep.panel());
          code.load(w, k).constant(sweep.panel()).operators(2);
          TileSizes.offset(code, (input + rows) * sweep.panel());
          move();
        });
  }

  private void splitPanels(Sweep sweep) {
    int panel = code.loop(sweep.first(), sweep.end(), sweep.panel());
    int begin = code.begin();
    int j = code.local();
    code.load(panel).store(j).load(j).at(panel, sweep.panel()).branch().repeat(sweep.block());
    packGradients(j);
    int k = code.local();
    SweepSizes.tiles(
        code,
        sweep,
        k,
        block,
        (input, rows) -> {
          operands(k, j, input);
          code.load(ROWS).constant(0).load(PACKED).constant(FloatKernels.PACKED_DW);
          code.load(j, panel, k, block).constant(sweep.panel()).operators(5);
          TileSizes.offset(code, input * sweep.panel()).call();
        });
    code.end(begin);
    int w = code.local();
    code.constant(layout.weights()).load(panel).constant(layout.in()).operators(2).store(w);
    code.load(RULE, 0, P);
    code.load(w, block).constant(sweep.panel()).operators(2);
    code.load(w, block + 1).constant(sweep.panel()).operators(2);
    move();
  }

  private void packGradients(int j) {
    if (plan.packs()) {
      code.load(DZ, j, ROWS, PACKED).call();
    }
  }

  /** Where a tile finds its inputs and gradients. */
  private void operands(int k, int j, int input) {
    if (plan.packs()) {
      code.load(PACKED).constant(FloatKernels.PACKED_X).load(k, block).operators(1);
      code.constant(FloatKernels.SHARD).operators(2);
      TileSizes.offset(code, input);
    } else {
      code.load(A0, A0_AT, k).operators(1);
      TileSizes.offset(code, input).load(DZ, j);
    }
  }

  /** The rest of a call of an interface, which has two bytes more than others. */
  private void move() {
    code.load(PACKED).constant(FloatKernels.PACKED_DW).call().operators(2);
  }
}
