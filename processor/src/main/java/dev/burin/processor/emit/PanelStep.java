package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import java.util.Locale;

/** B4 of a layer in panels together with the step of its weights. */
final class PanelStep {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final PanelWeightGradient gradient;

  PanelStep(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.gradient = new PanelWeightGradient(plan, words);
  }

  MethodSpec walk() {
    Body body = new Body();
    gradient.openBlocks(body);
    if (plan.packs()) {
      body.line("packInputs%d(%s, a0At, rows, block, end, packed)", text.l(), text.a0());
    }
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      Sweep sweep = plan.weightGradient().get(i);
      if (sweep.splitsPanels()) {
        splitPanels(body, sweep, i);
      } else {
        panels(body, sweep, i);
      }
    }
    body.close();
    return Methods.helper(
        "step" + text.l(),
        String.format(
                Locale.ROOT,
                "%1$s[] %2$s, int a0At, %1$s[] %3$s, int rows, %1$s[] p, %1$s[] packed, ",
                words.element(),
                text.a0(),
                text.dz())
            + String.format(Locale.ROOT, "%sStep rule, int part, int parts", words.prefix()),
        String.format(
            Locale.ROOT,
            """
        %7$s over rows samples, at most a shard, and the step of W%1$d along it, %8$s or
        %9$s: dw%1$d of a few inputs and a panel of outputs is [input][lane] and never leaves a near
        cache. %3$s is [n][%4$d], %2$s is [n][%5$d], W%1$d is %6$s.""",
            text.l(),
            text.dz(),
            text.a0(),
            plan.inputStride(),
            plan.layout().rowStride(),
            text.storage(),
            Equation.B4.of(text.l()),
            Equation.U1.tag(),
            Equation.U2.tag()),
        body);
  }

  /** A tile of whole rows of a panel is a range that can be moved at once. */
  private void panels(Body body, Sweep sweep, int number) {
    Columns columns = Columns.weightGradient(text, sweep);
    columns.open(body, text.w() + " + ", text.in());
    packGradients(body, number);
    rows(
        body,
        sweep,
        (input, rows) -> {
          tile(body, number, input, rows, "PACKED_DW");
          String place = "w + k * " + columns.panel();
          body.line(
              "rule.move(p, %s, %s, packed, PACKED_DW)",
              Rows.at(place, input, columns.panel()),
              Rows.at(place, input + rows, columns.panel()));
        });
    columns.close(body);
  }

  /** The rows of a block of columns are no range, but those of a whole panel are. */
  private void splitPanels(Body body, Sweep sweep, int number) {
    Columns columns = Columns.weightGradient(text, sweep);
    columns.openPanels(body);
    packGradients(body, number);
    rows(
        body,
        sweep,
        (input, rows) ->
            tile(
                body,
                number,
                input,
                rows,
                Rows.at(
                    "PACKED_DW + (j - panel) + (k - block) * " + columns.panel(),
                    input,
                    columns.panel())));
    body.close();
    body.line("int w = %s + panel * %s", text.w(), text.in());
    body.line("rule.move(p, w + block * %1$s, w + end * %1$s, packed, PACKED_DW)", columns.panel());
    body.close();
  }

  private void packGradients(Body body, int number) {
    if (plan.packs()) {
      body.line("%s(%s, j, rows, packed)", gradient.packName(number), text.dz());
    }
  }

  /** What is done with a tile: its first input after {@code k}, and its rows. */
  private interface Tiles {
    void each(int input, int rows);
  }

  private static void rows(Body body, Sweep sweep, Tiles tiles) {
    SweepText.rows(
        body,
        sweep.heights(),
        "k",
        "block",
        "end",
        height -> {
          int input = 0;
          for (int rows : sweep.tiles(height)) {
            tiles.each(input, rows);
            input += rows;
          }
        });
  }

  private void tile(Body body, int number, int input, int rows, String to) {
    String k = PanelWeightGradient.plus(input);
    String operands =
        plan.packs()
            ? "packed, PACKED_X + (k - block) * SHARD" + k
            : String.format(Locale.ROOT, "%s, a0At + k%s, %s, j", text.a0(), k, text.dz());
    body.line("%s(%s, rows, false, packed, %s)", gradient.tileName(number, rows), operands, to);
  }
}
