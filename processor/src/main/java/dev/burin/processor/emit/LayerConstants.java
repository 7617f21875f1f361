package dev.burin.processor.emit;

import com.palantir.javapoet.FieldSpec;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.RowLayerPlan;
import dev.burin.processor.plan.Sweep;
import dev.burin.shape.Equation;
import dev.burin.shape.LayerLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The constants of one layer: its shape, its places, and the sizes of its loops. */
final class LayerConstants {

  private static final String WHOLE =
      "The %s of layer %d that fill whole pieces of the sums of %s.";

  private final LayerPlan plan;
  private final LayerText text;
  private final List<FieldSpec> fields = new ArrayList<>();

  LayerConstants(LayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.text = new LayerText(plan, words);
  }

  List<FieldSpec> fields() {
    LayerLayout layout = plan.layout();
    add(text.in(), layout.in(), "The inputs of layer %d.", text.l());
    add(text.out(), layout.out(), "The outputs of layer %d.", text.l());
    if (plan instanceof PanelLayerPlan) {
      add(text.stride(), layout.rowStride(), "The distance between two rows of %s.", text.a());
      add(
          LayerText.columns(text.l()),
          layout.stride(),
          "The outputs of layer %d with their padding.",
          text.l());
    }
    add(
        text.w(),
        layout.weights(),
        "Where the weights of layer %d begin: %s.",
        text.l(),
        text.storage());
    add(text.b(), layout.bias(), "Where the biases of layer %d begin.", text.l());
    switch (plan) {
      case PanelLayerPlan panels -> loops(panels);
      case RowLayerPlan rows ->
          add(text.whole(), rows.whole(), "The inputs that fill whole blocks of partial sums.");
    }
    return fields;
  }

  private void loops(PanelLayerPlan panels) {
    Sweep equal = panels.forward().getFirst();
    Sweep last = panels.forward().getLast();
    add(LayerText.panel(text.l()), equal.panel(), "The outputs of a panel of layer %d.", text.l());
    add(LayerText.tail(text.l()), last.panel(), "The outputs of the last panel.");
    add(LayerText.tailAt(text.l()), last.first(), "The first output of the last panel.");
    panels.forward().forEach(sweep -> columns(Columns.forward(text, sweep), Equation.F1));
    panels
        .inputGradient()
        .forEach(sweep -> columns(Columns.inputGradient(text, sweep), Equation.B2));
    panels
        .weightGradient()
        .forEach(sweep -> columns(Columns.weightGradient(text, sweep), Equation.B4));
    add(text.wholeIn(), panels.wholeInputs(), WHOLE, "inputs", text.l(), Equation.F1.tag());
    add(text.wholeOut(), panels.wholeOutputs(), WHOLE, "outputs", text.l(), Equation.B2.tag());
    add(text.tile(), panels.tallestInputs(), "The inputs of a tile of %s.", Equation.B4.tag());
    add(
        text.block(),
        panels.inputBlock(),
        "The inputs of a block of %s, which is walked tile by tile.",
        Equation.B4.tag());
  }

  private void columns(Columns columns, Equation equation) {
    columns
        .constants()
        .forEach((name, value) -> add(name, value, "The columns of a tile of %s.", equation.tag()));
  }

  private void add(String name, int value, String doc, Object... of) {
    fields.add(KernelWriter.integer(name, value, String.format(Locale.ROOT, doc, of)));
  }
}
