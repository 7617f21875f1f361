package dev.burin.processor.plan;

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
        sweeps(page, "F1", panels.forward());
        for (RowGroup group : panels.oneRow()) {
          page.append(
              String.format(
                  Locale.ROOT,
                  "      F1 one sample, columns from %d: %d x panels of %s\n",
                  group.first(),
                  group.repeat(),
                  group.widths()));
        }
        sweeps(page, "B2", panels.inputGradient());
        sweeps(page, "B4", panels.weightGradient());
        page.append(
            String.format(
                Locale.ROOT,
                "      B4 in blocks of %d inputs%s\n",
                panels.inputBlock(),
                panels.packs() ? ", packed" : ""));
      }
      case RowLayerPlan rows -> {
        page.append(String.format(Locale.ROOT, "      F1 tiles of %s samples\n", rows.heights()));
        page.append(String.format(Locale.ROOT, "      B4 tiles of %s vectors\n", rows.widths()));
      }
    }
  }

  private static void sweeps(StringBuilder page, String equation, List<Sweep> sweeps) {
    for (Sweep sweep : sweeps) {
      page.append("      ").append(equation).append(' ').append(sweep).append('\n');
    }
  }
}
