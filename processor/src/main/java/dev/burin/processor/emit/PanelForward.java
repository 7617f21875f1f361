package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.PanelCount;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.RowGroup;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** F1 z = W a + b of a layer in panels: for a batch in register tiles, and for one sample. */
final class PanelForward {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;

  /** The array that sums are stored to: z, or a where the activation is fused. */
  private final String sum;

  PanelForward(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "forward" + text.l();
    this.sum = plan.fusesActivation() ? text.a() : text.z();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(walk());
    for (int i = 0; i < plan.forward().size(); i++) {
      for (int height : plan.forward().get(i).heights()) {
        Sweep sweep = plan.forward().get(i);
        methods.add(tile(sweep, name + sweep.tileName(height), height));
      }
    }
    methods.add(oneRow());
    plan.oneRow().forEach(group -> methods.add(group(group)));
    return methods;
  }

  private MethodSpec walk() {
    Body body = new Body();
    body.open("if (to - from == 1)");
    body.line(
        "%sOneRow(p, %s, a0At + from * %s, %s, from * %s)",
        name, text.a0(), text.stride0(), sum, text.stride());
    body.line("return");
    body.close();
    for (int i = 0; i < plan.forward().size(); i++) {
      Sweep sweep = plan.forward().get(i);
      Columns columns = Columns.forward(text, sweep);
      columns.open(body, text.w() + " + ", text.in());
      SweepText.rows(
          body,
          sweep.heights(),
          "s",
          "from",
          "to",
          height ->
              body.line(
                  "%s(p, w, %s + j, %s, a0At + s * %s, %s, s * %s + j)",
                  name + sweep.tileName(height),
                  text.b(),
                  text.a0(),
                  text.stride0(),
                  sum,
                  text.stride()));
      columns.close(body);
    }
    return Methods.helper(
        name,
        String.format(
            Locale.ROOT,
            "%1$s[] p, %1$s[] %2$s, int a0At, %1$s[] %3$s, int from, int to",
            type,
            text.a0(),
            sum),
        String.format(
            Locale.ROOT,
            """
        %s for samples from..to, k ascending in every sum.
        %s is [n][%d], W%d is %s, %s is [n][%d].
        Plan: %s.""",
            equation(),
            text.a0(),
            plan.inputStride(),
            text.l(),
            text.storage(),
            sum,
            plan.layout().rowStride(),
            plan.reason()),
        body);
  }

  private String equation() {
    String affine = Equation.F1.of(text.l());
    return plan.fusesActivation()
        ? String.format(
            Locale.ROOT,
            "%s and %s %s = %s(%s)",
            Equation.F1.tag(),
            Equation.F2.tag(),
            sum,
            text.activation(),
            affine.substring(affine.indexOf("= ") + 2))
        : affine;
  }

  private MethodSpec tile(Sweep sweep, String tileName, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.load(body, "b", "p", "b");
    for (int r = 0; r < height; r++) {
      tile.start(body, r, "b");
    }
    body.open("for (int k = 0; k < %s; k++)", text.in());
    body.line("int wk = w + k * %s", Columns.forward(text, sweep).panel());
    tile.load(body, "w", "p", "wk");
    for (int r = 0; r < height; r++) {
      tile.step(
          body,
          r,
          String.format(Locale.ROOT, "%s[%s + k]", text.a0(), Rows.at("a", r, text.stride0())),
          "w",
          Factor.firstOf(Equation.F1));
    }
    body.close();
    for (int r = 0; r < height; r++) {
      if (plan.fusesActivation()) {
        tile.storeRelu(body, r, sum, Rows.at("z", r, text.stride()));
      } else {
        tile.store(body, r, sum, Rows.at("z", r, text.stride()));
      }
    }
    return Methods.helper(
        tileName,
        String.format(
            Locale.ROOT,
            "%1$s[] p, int w, int b, %1$s[] %2$s, int a, %1$s[] %3$s, int z",
            type,
            text.a0(),
            sum),
        String.format(
            Locale.ROOT,
            "%s for %s and %d outputs; %s in registers.",
            Equation.F1.tag(),
            Rows.count(height, "sample"),
            sweep.block(),
            Rows.stay(sweep.sums(height), "sum")),
        body);
  }

  private MethodSpec oneRow() {
    Body body = new Body();
    for (RowGroup group : plan.oneRow()) {
      body.open(
          "for (int j = %s; j < %s; j += %s)",
          panels(group.first()),
          group.end() == plan.layout().stride() ? LayerText.columns(text.l()) : panels(group.end()),
          panels(group.columns()));
      body.line(
          "%s(p, %s + j * %s, %s + j, %s, a, %s, z + j)",
          name + group.name(), text.w(), text.in(), text.b(), text.a0(), sum);
      body.close();
    }
    return Methods.helper(
        name + "OneRow",
        String.format(
            Locale.ROOT, "%1$s[] p, %1$s[] %2$s, int a, %1$s[] %3$s, int z", type, text.a0(), sum),
        Equation.F1.tag()
            + " for one sample; the weights are read once, several panels side by side.",
        body);
  }

  private MethodSpec group(RowGroup group) {
    Body body = new Body();
    TileText tile = new TileText(words, plan.lanes(), group.vectors(plan.lanes()));
    for (int v = 0; v < group.vectors(plan.lanes()); v++) {
      body.line("%s sum%d = %s", words.vector(), v, tile.fromArray("p", "b" + offset(v)));
    }
    body.open("for (int k = 0; k < %s; k++)", text.in());
    body.line(
        "%s x = %s.broadcast(%s, %s[a + k])",
        words.vector(), words.vector(), LayerText.species(plan.lanes()), text.a0());
    int v = 0;
    int column = 0;
    for (int width : group.widths()) {
      String panel =
          column == 0 ? "w" : String.format(Locale.ROOT, "w + %s * %s", panels(column), text.in());
      body.line("int w%d = %s + k * %s", column, panel, panels(width));
      for (int c = 0; c < width; c += plan.lanes(), v++) {
        String at = "w" + column + (c == 0 ? "" : " + " + c);
        body.line("sum%d = %s.fma(x, sum%d)", v, tile.fromArray("p", at), v);
      }
      column += width;
    }
    body.close();
    for (int i = 0; i < v; i++) {
      String stored = plan.fusesActivation() ? tile.relu("sum" + i) : "sum" + i;
      body.line("%s.intoArray(%s, z%s)", stored, sum, offset(i));
    }
    return Methods.helper(
        name + group.name(),
        String.format(
            Locale.ROOT,
            "%1$s[] p, int w, int b, %1$s[] %2$s, int a, %1$s[] %3$s, int z",
            type,
            text.a0(),
            sum),
        String.format(
            Locale.ROOT,
            "%s for one sample and %d outputs, in %s.",
            Equation.F1.tag(),
            column,
            Rows.count(v, "independent chain")),
        body);
  }

  /** A number of columns, counted in panels. */
  private String panels(int columns) {
    PanelCount count = plan.count(columns);
    String panel = LayerText.panel(text.l());
    String equal = count.equal() == 1 ? panel : count.equal() + " * " + panel;
    if (!count.tail()) {
      return count.equal() == 0 ? "0" : equal;
    }
    return (count.equal() == 0 ? "" : equal + " + ") + LayerText.tail(text.l());
  }

  private String offset(int vector) {
    return PanelWeightGradient.plus(vector * plan.lanes());
  }
}
