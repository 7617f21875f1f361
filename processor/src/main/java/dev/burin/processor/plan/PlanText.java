package dev.burin.processor.plan;

import dev.burin.kernel.Law;
import dev.burin.shape.Equation;
import java.util.List;
import java.util.Locale;

/** The lines of a plan that describe one layer. */
final class PlanText {

  private PlanText() {}

  static void append(StringBuilder page, LayerPlan plan) {
    page.append(
        String.format(Locale.ROOT, "    layer %d: %s\n", plan.layout().number(), plan.reason()));
    switch (plan) {
      case PanelLayerPlan panels -> {
        if (panels.cutsForward()) {
          pieces(page, Equation.F1, "inputs");
        }
        if (panels.streams()) {
          page.append(
              String.format(Locale.ROOT, "      %s reads weights ahead\n", Equation.F1.tag()));
        }
        sweeps(page, Equation.F1, panels.forward());
        for (RowGroup group : panels.oneRow()) {
          page.append(
              String.format(
                  Locale.ROOT,
                  "      %s one sample, columns from %d: %d x panels of %s\n",
                  Equation.F1.tag(),
                  group.first(),
                  group.repeat(),
                  group.widths()));
        }
        if (panels.cutsInputGradient()) {
          pieces(page, Equation.B2, "outputs");
        }
        sweeps(page, Equation.B2, panels.inputGradient());
        sweeps(page, Equation.B4, panels.weightGradient());
        page.append(
            String.format(
                Locale.ROOT,
                "      %s in blocks of %d inputs%s\n",
                Equation.B4.tag(),
                panels.inputBlock(),
                panels.packs() ? ", packed" : ""));
      }
      case RowLayerPlan rows -> {
        page.append(
            String.format(
                Locale.ROOT, "      %s tiles of %s samples\n", Equation.F1.tag(), rows.heights()));
        page.append(
            String.format(
                Locale.ROOT, "      %s tiles of %s vectors\n", Equation.B4.tag(), rows.widths()));
      }
    }
  }

  private static void pieces(StringBuilder page, Equation equation, String products) {
    page.append(
        String.format(
            Locale.ROOT, "      %s in pieces of %d %s\n", equation.tag(), Law.PIECE, products));
  }

  private static void sweeps(StringBuilder page, Equation equation, List<Sweep> sweeps) {
    for (Sweep sweep : sweeps) {
      page.append("      ").append(equation.tag()).append(' ').append(sweep).append('\n');
    }
  }
}
