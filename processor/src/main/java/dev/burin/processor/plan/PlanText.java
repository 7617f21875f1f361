package dev.burin.processor.plan;

import java.util.List;

/** The lines of a plan that describe one layer. */
final class PlanText {

  private PlanText() {}

  static void append(StringBuilder page, LayerPlan plan) {
    page.append("    layer %d: %s\n".formatted(plan.layout().number(), plan.reason()));
    switch (plan) {
      case PanelLayerPlan panels -> {
        sweeps(page, "F1", panels.forward());
        for (RowGroup group : panels.oneRow()) {
          page.append(
              "      F1 one sample, columns from %d: %d x panels of %s\n"
                  .formatted(group.first(), group.repeat(), group.widths()));
        }
        sweeps(page, "B2", panels.inputGradient());
        sweeps(page, "B4", panels.weightGradient());
      }
      case RowLayerPlan rows -> {
        page.append("      F1 tiles of %s samples\n".formatted(rows.heights()));
        page.append("      B4 tiles of %s vectors\n".formatted(rows.widths()));
      }
    }
  }

  private static void sweeps(StringBuilder page, String equation, List<Sweep> sweeps) {
    for (Sweep sweep : sweeps) {
      page.append("      ").append(equation).append(' ').append(sweep).append('\n');
    }
  }
}
