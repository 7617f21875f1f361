package dev.burin.processor.plan;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.LayerLayout;
import java.util.ArrayList;
import java.util.List;

/** The sizes of the methods of one layer in panels, its activation aside. */
final class PanelSizes {

  private final PanelLayerPlan plan;
  private final LayerLayout layout;
  private final int l;
  private final List<MethodSize> sizes = new ArrayList<>();

  private PanelSizes(PanelLayerPlan plan) {
    this.plan = plan;
    this.layout = plan.layout();
    this.l = layout.number();
  }

  static List<MethodSize> of(PanelLayerPlan plan) {
    PanelSizes panels = new PanelSizes(plan);
    panels.forward();
    panels.oneRow();
    if (panels.l > 1) {
      panels.inputGradient();
    }
    panels.sizes.addAll(WeightGradientSizes.of(plan));
    panels.bias();
    panels.add("step" + panels.l, StepSizes.of(plan));
    return panels.sizes;
  }

  private void add(String method, int bytes) {
    sizes.add(new MethodSize(method, bytes));
  }

  /** Tiles of the second sweep, over a last panel of another width, have names of their own. */
  static String tile(String method, int sweep, int height) {
    return method + (sweep == 0 ? "Rows" : "TailRows") + height;
  }

  private void forward() {
    int p = 0;
    int a0 = 1;
    int a0At = 2;
    int z = 3;
    int from = 4;
    int to = 5;
    Bytecode code = new Bytecode(6);
    code.load(to, from).operators(1).constant(1).branch();
    code.load(p, a0, a0At, from).constant(plan.inputStride()).operators(2);
    code.load(z, from).constant(layout.rowStride()).operators(1).call().operators(1);
    for (int i = 0; i < plan.forward().size(); i++) {
      Sweep sweep = plan.forward().get(i);
      int begin = code.begin();
      int j = SweepSizes.columns(code, sweep, layout.weights(), layout.in());
      int w = j + 1;
      int s = code.local();
      code.load(from).store(s);
      for (int height : sweep.heights()) {
        SweepSizes.rows(code, height, s, to);
        code.load(p, w).constant(layout.bias()).load(j).operators(1);
        code.load(a0, a0At, s).constant(plan.inputStride()).operators(2);
        code.load(z, s).constant(layout.rowStride()).operators(1).load(j).operators(1).call();
        add(
            tile("forward" + l, i, height),
            TileSizes.forward(
                new Tile(height, sweep.vectors()),
                sweep.lanes(),
                sweep.panel(),
                layout.in(),
                plan.inputStride(),
                layout.rowStride(),
                plan.fusesActivation()));
      }
      code.end(begin);
    }
    add("forward" + l, code.bytes());
  }

  private void oneRow() {
    int p = 0;
    int a0 = 1;
    int a = 2;
    int z1 = 3;
    int z = 4;
    Bytecode code = new Bytecode(5);
    for (int g = 0; g < plan.oneRow().size(); g++) {
      RowGroup group = plan.oneRow().get(g);
      int begin = code.begin();
      int end = group.first() + group.repeat() * group.columns();
      int j = code.loop(group.first(), end, group.columns());
      code.load(p).constant(layout.weights()).load(j).constant(layout.in()).operators(2);
      code.constant(layout.bias()).load(j).operators(1);
      code.load(a0, a, z1, z, j).operators(1).call();
      code.end(begin);
      add(
          "forward" + l + (g == 0 ? "OneRowPanels" : "OneRowRest"),
          TileSizes.oneRow(group, plan.lanes(), layout.in(), plan.fusesActivation()));
    }
    add("forward" + l + "OneRow", code.bytes());
  }

  private void inputGradient() {
    int wt = 0;
    int dz = 1;
    int da0 = 2;
    int from = 3;
    int to = 4;
    Bytecode code = new Bytecode(5);
    for (int i = 0; i < plan.inputGradient().size(); i++) {
      Sweep sweep = plan.inputGradient().get(i);
      int begin = code.begin();
      int j = SweepSizes.columns(code, sweep, FloatKernels.ORIGIN, layout.out());
      int w = j + 1;
      int s = code.local();
      code.load(from).store(s);
      for (int height : sweep.heights()) {
        SweepSizes.rows(code, height, s, to);
        code.load(wt, w, dz, s).constant(layout.rowStride()).operators(1);
        code.load(da0, s).constant(plan.inputStride()).operators(1).load(j).operators(1).call();
        add(
            tile("inputGradient" + l, i, height),
            TileSizes.inputGradient(
                new Tile(height, sweep.vectors()),
                sweep.lanes(),
                sweep.panel(),
                layout.out(),
                plan.inputStride(),
                layout.rowStride()));
      }
      code.end(begin);
    }
    add("inputGradient" + l, code.bytes());
  }

  private void bias() {
    int dz = 0;
    int rows = 1;
    int fresh = 2;
    int dp = 3;
    Bytecode code = new Bytecode(4);
    int from = SweepSizes.shards(code, rows);
    int add = SweepSizes.add(code, fresh, from);
    int was = SweepSizes.was(code, add, dp);
    int j = code.loop(0, layout.stride(), plan.lanes());
    int sum = code.local();
    code.field().call().store(sum);
    int s = code.loop(from, from + 1);
    code.load(sum).field().load(dz, s).constant(layout.rowStride()).operators(1);
    code.load(j).operators(1).call().call().store(sum);
    code.field().load(was, add).branch().constant(layout.bias()).load(j).operators(1).branch();
    code.constant(0).call().load(sum).call();
    code.load(dp).constant(layout.bias()).load(j).operators(1).call();
    add("biasGradient" + l, code.bytes());
  }
}
