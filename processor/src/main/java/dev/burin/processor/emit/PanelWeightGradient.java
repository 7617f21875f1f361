package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** B3 db = sum dz and B4 dw = dz a^T of a layer in panels. */
final class PanelWeightGradient {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;

  PanelWeightGradient(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "weightGradient" + text.l();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(walk());
    if (plan.packs()) {
      methods.add(new PanelPacking(plan, words).inputs());
    }
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      Sweep sweep = plan.weightGradient().get(i);
      if (plan.packs()) {
        methods.add(new PanelPacking(plan, words).gradients(sweep, packName(i)));
      }
      for (int height : sweep.tiles()) {
        methods.add(tile(sweep, tileName(i, height), height));
      }
    }
    methods.add(bias());
    return methods;
  }

  String tileName(int sweep, int height) {
    return name + plan.weightGradient().get(sweep).tileName(height);
  }

  String packName(int sweep) {
    return plan.weightGradient().get(sweep).packName() + text.l();
  }

  /** Opens the loop over the blocks of a part's inputs: from {@code block} to {@code end}. */
  void openBlocks(Body body) {
    String tiles = text.in() + " / " + text.tile();
    body.line("int first = %s * part / parts * %s", tiles, text.tile());
    body.line(
        "int last = part + 1 == parts ? %s : %s * (part + 1) / parts * %s",
        text.in(), tiles, text.tile());
    body.open("for (int block = first; block < last; block += %s)", text.block());
    body.line("int end = Math.min(last, block + %s)", text.block());
  }

  private MethodSpec walk() {
    Body body = new Body();
    openBlocks(body);
    body.open("for (int from = 0; from < rows; from += SHARD)");
    body.line("int n = Math.min(rows - from, SHARD)");
    body.line("boolean add = !fresh || from > 0");
    if (plan.packs()) {
      body.line(
          "packInputs%d(%s, a0At + from * %s, n, block, end, packed)",
          text.l(), text.a0(), text.stride0());
    }
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      Sweep sweep = plan.weightGradient().get(i);
      int number = i;
      Columns columns = Columns.weightGradient(text, sweep);
      columns.open(body, text.w() + " + ", text.in());
      if (plan.packs()) {
        body.line("%s(%s, from * %s + j, n, packed)", packName(i), text.dz(), text.stride());
      }
      SweepText.rows(
          body, sweep.heights(), "k", "block", "end", height -> tiles(body, sweep, number, height));
      columns.close(body);
    }
    body.close();
    body.close();
    return Methods.helper(
        name,
        String.format(
                Locale.ROOT,
                "%1$s[] %2$s, int a0At, %1$s[] %3$s, int rows, boolean fresh, %1$s[] dp, ",
                type,
                text.a0(),
                text.dz())
            + (plan.packs() ? type + "[] packed, " : "")
            + "int part, int parts",
        GradientDoc.weights(text),
        body);
  }

  /** The tiles from input k on: one, or several where the height of the step is cut. */
  private void tiles(Body body, Sweep sweep, int number, int height) {
    String panel = Columns.weightGradient(text, sweep).panel();
    int input = 0;
    for (int rows : sweep.tiles(height)) {
      body.line(
          "%s(%s, n, add, dp, %s)",
          tileName(number, rows), operands(input), Rows.at("w + k * " + panel, input, panel));
      input += rows;
    }
  }

  /** Where a tile whose first input is {@code k + input} finds its inputs and gradients. */
  private String operands(int input) {
    return plan.packs()
        ? "packed, PACKED_X + (k - block) * SHARD" + plus(input)
        : String.format(
            Locale.ROOT,
            "%s, a0At + from * %s + k%s, %s, from * %s + j",
            text.a0(),
            text.stride0(),
            plus(input),
            text.dz(),
            text.stride());
  }

  static String plus(int offset) {
    return offset == 0 ? "" : " + " + offset;
  }

  private MethodSpec tile(Sweep sweep, String tileName, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.startZero(body, height);
    body.open("for (int s = 0; s < n; s++)");
    String inputs = plan.packs() ? "packed" : text.a0();
    String gradients = plan.packs() ? "packed" : text.dz();
    if (plan.packs()) {
      body.line("int ds = PACKED_DZ + s * %s", Columns.weightGradient(text, sweep).block());
      body.line("int as = a + s * %s", text.tile());
    } else {
      body.line("int ds = d + s * %s", text.stride());
      body.line("int as = a + s * %s", text.stride0());
    }
    tile.load(body, "d", gradients, "ds");
    for (int r = 0; r < height; r++) {
      tile.step(
          body,
          r,
          String.format(Locale.ROOT, "%s[as%s]", inputs, plus(r)),
          "d",
          Factor.firstOf(Equation.B4));
    }
    body.close();
    body.line("%s[] was = add ? dp : ZEROS", type);
    body.line("int at = add ? dw : 0");
    for (int r = 0; r < height; r++) {
      tile.accumulate(body, r, "was", "at", "dp", "dw", r * sweep.panel());
    }
    return Methods.helper(
        tileName,
        (plan.packs()
                ? String.format(Locale.ROOT, "%1$s[] packed, int a, ", type)
                : String.format(
                    Locale.ROOT,
                    "%1$s[] %2$s, int a, %1$s[] %3$s, int d, ",
                    type,
                    text.a0(),
                    text.dz()))
            + String.format(Locale.ROOT, "int n, boolean add, %s[] dp, int dw", type),
        String.format(
            Locale.ROOT,
            "%s for %s and %d outputs; %s in registers.",
            Equation.B4.tag(),
            Rows.count(height, "input"),
            sweep.block(),
            Rows.stay(sweep.sums(height), "sum")),
        body);
  }

  private MethodSpec bias() {
    String vector = words.vector();
    String species = LayerText.species(plan.lanes());
    Body body = new Body();
    body.open("for (int from = 0; from < rows; from += SHARD)");
    body.line("int to = Math.min(rows, from + SHARD)");
    body.line("boolean add = !fresh || from > 0");
    body.line("%s[] was = add ? dp : ZEROS", type);
    body.open("for (int j = 0; j < %s; j += %d)", LayerText.columns(text.l()), plan.lanes());
    body.line("%s sum = %s.zero(%s)", vector, vector, species);
    body.open("for (int s = from; s < to; s++)");
    body.line(
        "sum = sum.add(%s.fromArray(%s, %s, s * %s + j))",
        vector, species, text.dz(), text.stride());
    body.close();
    body.line(
        "%s.fromArray(%s, was, add ? %s + j : 0).add(sum).intoArray(dp, %s + j)",
        vector, species, text.b(), text.b());
    body.close();
    body.close();
    return Methods.helper(
        "biasGradient" + text.l(),
        String.format(
            Locale.ROOT, "%1$s[] %2$s, int rows, boolean fresh, %1$s[] dp", type, text.dz()),
        GradientDoc.biases(text),
        body);
  }
}
