package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * F1 of a layer in panels whose sums are cut: all samples go through a piece of a panel before the
 * next, so that its weights come from memory once, and the sums rest in z between two pieces. As in
 * {@link Pieces}, the bounds of each loop are constants, and a shorter piece at the end has methods
 * of its own.
 */
final class PanelForwardPieces {

  private static final String REST = "Rest";

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String name;

  PanelForwardPieces(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.name = "forward" + text.l();
  }

  /** The loops over the panels of a sweep, over the pieces of each, and over the samples. */
  void walk(Body body, Sweep sweep) {
    Columns columns = Columns.forward(text, sweep);
    String panel = columns.panel();
    columns.openPanel(body);
    body.open("for (int s = from; s < to; s++)");
    body.line(
        "System.arraycopy(p, %s + panel, %s, s * %s + panel, %s)",
        text.b(), text.z(), text.stride(), panel);
    body.close();
    body.open("for (int piece = 0; piece < %s; piece += PIECE)", text.wholeIn());
    piece(body, sweep, columns, "piece", "PIECE", "");
    body.close();
    if (plan.hasRestOfInputs()) {
      piece(body, sweep, columns, text.wholeIn(), "(" + rest() + ")", REST);
    }
    body.close();
  }

  private void piece(
      Body body, Sweep sweep, Columns columns, String first, String length, String suffix) {
    String panel = columns.panel();
    body.line("int w = %s + panel * %s + %s * %s", text.w(), text.in(), first, panel);
    if (plan.streams()) {
      body.line("%sPanels.fetch(p, w, %s * %s)", words.prefix(), length, panel);
    }
    String j = sweep.splitsPanels() ? "j" : "panel";
    if (sweep.splitsPanels()) {
      columns.openTiles(body);
    }
    SweepText.rows(
        body,
        sweep.heights(),
        "s",
        "from",
        "to",
        height ->
            body.line(
                "%s(p, %s, %s, a0At + s * %s + %s, %s, s * %s + %s)",
                name + sweep.tileName(height) + suffix,
                sweep.splitsPanels() ? "w + j - panel" : "w",
                text.a0(),
                text.stride0(),
                first,
                text.z(),
                text.stride(),
                j));
    if (sweep.splitsPanels()) {
      body.close();
    }
  }

  /** The inputs of the last and shorter piece. */
  private String rest() {
    return String.format(Locale.ROOT, "%s - %s", text.in(), text.wholeIn());
  }

  /** The methods of a tile: for a whole piece, and for the shorter one where there is one. */
  List<MethodSpec> tile(Sweep sweep, int height) {
    List<MethodSpec> methods = new ArrayList<>();
    String tileName = name + sweep.tileName(height);
    String doc = PanelForward.doc(sweep, height);
    methods.add(tile(sweep, height, tileName, "PIECE", doc + ", one piece of the sums."));
    if (plan.hasRestOfInputs()) {
      methods.add(
          tile(sweep, height, tileName + REST, rest(), doc + ", the last and shorter piece."));
    }
    return methods;
  }

  private MethodSpec tile(Sweep sweep, int height, String tileName, String end, String doc) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.startZero(body, height);
    body.open("for (int k = 0; k < %s; k++)", end);
    PanelForward.step(body, text, sweep, tile, height);
    body.close();
    for (int r = 0; r < height; r++) {
      String place = Rows.at("z", r, text.stride());
      tile.accumulate(body, r, text.z(), place, text.z(), place);
    }
    return Methods.helper(
        tileName, PanelForward.parameters(text, words.element(), "int w", text.z()), doc, body);
  }
}
