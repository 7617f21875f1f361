package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** B2 da = W^T dz of a layer in panels, from the copy of W whose lanes are inputs. */
final class PanelInputGradient {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;

  PanelInputGradient(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "inputGradient" + text.l();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(walk());
    for (int i = 0; i < plan.inputGradient().size(); i++) {
      for (int height : plan.inputGradient().get(i).heights()) {
        Sweep sweep = plan.inputGradient().get(i);
        methods.addAll(tile(sweep, name + sweep.tileName(height), height));
      }
    }
    return methods;
  }

  private MethodSpec walk() {
    Body body = new Body();
    for (int i = 0; i < plan.inputGradient().size(); i++) {
      Sweep sweep = plan.inputGradient().get(i);
      Columns columns = Columns.inputGradient(text, sweep);
      columns.open(body, "ORIGIN + ", text.out());
      SweepText.rows(
          body,
          sweep.heights(),
          "s",
          "from",
          "to",
          height ->
              body.line(
                  "%s(wt%d, w, %s, s * %s, %s, s * %s + j)",
                  name + sweep.tileName(height),
                  text.l(),
                  text.dz(),
                  text.stride(),
                  text.da0(),
                  text.stride0()));
      columns.close(body);
    }
    return Methods.helper(
        name,
        String.format(
            Locale.ROOT,
            "%1$s[] wt%2$d, %1$s[] %3$s, %1$s[] %4$s, int from, int to",
            type,
            text.l(),
            text.dz(),
            text.da0()),
        String.format(
            Locale.ROOT,
            """
        %s for samples from..to, j ascending in every sum%s; %s receives it.
        %s is [n][%d], %s is [n][%d].""",
            Equation.B2.of(text.l()),
            plan.cutsInputGradient() ? ", piece by piece" : "",
            text.da0(),
            text.dz(),
            plan.layout().rowStride(),
            text.da0(),
            plan.inputStride()),
        body);
  }

  private List<MethodSpec> tile(Sweep sweep, String tileName, int height) {
    if (plan.cutsInputGradient()) {
      return tileInPieces(sweep, tileName, height);
    }
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.startZero(body, height);
    body.open("for (int j = 0; j < %s; j++)", text.out());
    step(body, tile, sweep, height);
    body.close();
    for (int r = 0; r < height; r++) {
      tile.store(body, r, text.da0(), place(r));
    }
    String kept = Rows.stay(sweep.sums(height), "sum") + " in registers";
    return List.of(
        Methods.helper(tileName, parameters(), doc(sweep, height) + "; " + kept + ".", body));
  }

  /** The sums rest in the array of the layer before between two pieces. */
  private List<MethodSpec> tileInPieces(Sweep sweep, String tileName, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.storeZero(body, height, text.da0(), this::place);
    return Pieces.ofOutputs(plan, text)
        .methods(
            tileName,
            body,
            parameters(),
            parameters(),
            String.format(Locale.ROOT, "wt, w, %s, d, %s, to", text.dz(), text.da0()),
            doc(sweep, height),
            new Pieces.Sums(
                each -> tile.startZero(each, height),
                each -> step(each, tile, sweep, height),
                each -> add(each, tile, height)));
  }

  private void step(Body body, TileText tile, Sweep sweep, int height) {
    body.line("int wj = w + j * %s", Columns.inputGradient(text, sweep).panel());
    tile.load(body, "w", "wt", "wj");
    for (int r = 0; r < height; r++) {
      tile.step(
          body,
          r,
          String.format(Locale.ROOT, "%s[%s + j]", text.dz(), Rows.at("d", r, text.stride())),
          "w",
          Factor.firstOf(Equation.B2));
    }
  }

  private void add(Body body, TileText tile, int height) {
    for (int r = 0; r < height; r++) {
      tile.accumulate(body, r, text.da0(), place(r), text.da0(), place(r));
    }
  }

  /** Where the sums of a row of a tile are stored. */
  private String place(int row) {
    return Rows.at("to", row, text.stride0());
  }

  private String parameters() {
    return String.format(
        Locale.ROOT,
        "%1$s[] wt, int w, %1$s[] %2$s, int d, %1$s[] %3$s, int to",
        type,
        text.dz(),
        text.da0());
  }

  private static String doc(Sweep sweep, int height) {
    return String.format(
        Locale.ROOT,
        "%s for %s and %d inputs",
        Equation.B2.tag(),
        Rows.count(height, "sample"),
        sweep.block());
  }
}
