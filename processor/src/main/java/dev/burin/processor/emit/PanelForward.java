package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** F1 z = W a + b of a layer in panels, for a batch in register tiles. */
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
    PanelForwardPieces pieces = new PanelForwardPieces(plan, words);
    for (Sweep sweep : plan.forward()) {
      for (int height : sweep.heights()) {
        methods.addAll(
            plan.cutsForward() ? pieces.tile(sweep, height) : List.of(tile(sweep, height)));
      }
    }
    methods.addAll(new PanelOneRow(plan, words).methods());
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
    for (Sweep sweep : plan.forward()) {
      if (plan.cutsForward()) {
        new PanelForwardPieces(plan, words).walk(body, sweep);
      } else {
        walk(body, sweep);
      }
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
        %s for samples from..to, k ascending in every sum%s.
        %s is [n][%d], W%d is %s, %s is [n][%d].
        Plan: %s.""",
            equation(),
            plan.cutsForward() ? ", piece by piece" : "",
            text.a0(),
            plan.inputStride(),
            text.l(),
            text.storage(),
            sum,
            plan.layout().rowStride(),
            plan.reason()),
        body);
  }

  private void walk(Body body, Sweep sweep) {
    Columns columns = Columns.forward(text, sweep);
    if (plan.streams()) {
      columns.openFetched(body, text.w() + " + ", text.in(), words.prefix() + "Panels.fetch");
    } else {
      columns.open(body, text.w() + " + ", text.in());
    }
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

  private MethodSpec tile(Sweep sweep, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.load(body, "b", "p", "b");
    for (int r = 0; r < height; r++) {
      tile.start(body, r, "b");
    }
    body.open("for (int k = 0; k < %s; k++)", text.in());
    step(body, text, sweep, tile, height);
    body.close();
    for (int r = 0; r < height; r++) {
      if (plan.fusesActivation()) {
        tile.storeRelu(body, r, sum, place(r));
      } else {
        tile.store(body, r, sum, place(r));
      }
    }
    String kept = Rows.stay(sweep.sums(height), "sum") + " in registers";
    return Methods.helper(
        name + sweep.tileName(height),
        parameters(text, type, "int w, int b", sum),
        doc(sweep, height) + "; " + kept + ".",
        body);
  }

  static void step(Body body, LayerText text, Sweep sweep, TileText tile, int height) {
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
  }

  /** Where the sums of a row of a tile are stored. */
  private String place(int row) {
    return Rows.at("z", row, text.stride());
  }

  static String parameters(LayerText text, String type, String places, String sum) {
    return String.format(
        Locale.ROOT,
        "%1$s[] p, %4$s, %1$s[] %2$s, int a, %1$s[] %3$s, int z",
        type,
        text.a0(),
        sum,
        places);
  }

  static String doc(Sweep sweep, int height) {
    return String.format(
        Locale.ROOT,
        "%s for %s and %d outputs",
        Equation.F1.tag(),
        Rows.count(height, "sample"),
        sweep.block());
  }
}
