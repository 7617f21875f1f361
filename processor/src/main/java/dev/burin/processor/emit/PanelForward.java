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
    for (int i = 0; i < plan.forward().size(); i++) {
      for (int height : plan.forward().get(i).heights()) {
        Sweep sweep = plan.forward().get(i);
        methods.addAll(tile(sweep, name + sweep.tileName(height), height));
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

  private List<MethodSpec> tile(Sweep sweep, String tileName, int height) {
    if (plan.cutsForward()) {
      return tileInPieces(sweep, tileName, height);
    }
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.load(body, "b", "p", "b");
    for (int r = 0; r < height; r++) {
      tile.start(body, r, "b");
    }
    body.open("for (int k = 0; k < %s; k++)", text.in());
    step(body, tile, sweep, height);
    body.close();
    for (int r = 0; r < height; r++) {
      if (plan.fusesActivation()) {
        tile.storeRelu(body, r, sum, place(r));
      } else {
        tile.store(body, r, sum, place(r));
      }
    }
    String kept = Rows.stay(sweep.sums(height), "sum") + " in registers";
    return List.of(
        Methods.helper(
            tileName, parameters("int w, int b"), doc(sweep, height) + "; " + kept + ".", body));
  }

  /** The sums rest in z between two pieces. */
  private List<MethodSpec> tileInPieces(Sweep sweep, String tileName, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.load(body, "b", "p", "b");
    for (int r = 0; r < height; r++) {
      tile.store(body, "b", sum, place(r));
    }
    return Pieces.ofInputs(plan, text)
        .methods(
            tileName,
            body,
            parameters("int w, int b"),
            parameters("int w"),
            String.format(Locale.ROOT, "p, w, %s, a, %s, z", text.a0(), sum),
            doc(sweep, height),
            new Pieces.Sums(
                each -> tile.startZero(each, height),
                each -> step(each, tile, sweep, height),
                each -> add(each, tile, height)));
  }

  private void step(Body body, TileText tile, Sweep sweep, int height) {
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

  private void add(Body body, TileText tile, int height) {
    for (int r = 0; r < height; r++) {
      tile.accumulate(body, r, sum, place(r), sum, place(r));
    }
  }

  /** Where the sums of a row of a tile are stored. */
  private String place(int row) {
    return Rows.at("z", row, text.stride());
  }

  private String parameters(String places) {
    return String.format(
        Locale.ROOT,
        "%1$s[] p, %4$s, %1$s[] %2$s, int a, %1$s[] %3$s, int z",
        type,
        text.a0(),
        sum,
        places);
  }

  private static String doc(Sweep sweep, int height) {
    return String.format(
        Locale.ROOT,
        "%s for %s and %d outputs",
        Equation.F1.tag(),
        Rows.count(height, "sample"),
        sweep.block());
  }
}
