package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.PanelCount;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.RowGroup;
import dev.burin.shape.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** F1 z = W a + b of a layer in panels, for one sample: several panels side by side. */
final class PanelOneRow {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;

  /** The array that sums are stored to: z, or a where the activation is fused. */
  private final String sum;

  PanelOneRow(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "forward" + text.l();
    this.sum = plan.fusesActivation() ? text.a() : text.z();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(oneRow());
    for (RowGroup group : plan.oneRow()) {
      methods.addAll(plan.cutsForward() ? groupInPieces(group) : List.of(group(group)));
    }
    return methods;
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
    TileText tile = tile(group);
    int vectors = group.vectors(plan.lanes());
    Body body = new Body();
    for (int v = 0; v < vectors; v++) {
      body.line("%s sum%d = %s", words.vector(), v, tile.fromArray("p", "b" + offset(v)));
    }
    body.open("for (int k = 0; k < %s; k++)", text.in());
    step(body, group);
    body.close();
    for (int v = 0; v < vectors; v++) {
      String stored = plan.fusesActivation() ? tile.relu("sum" + v) : "sum" + v;
      body.line("%s.intoArray(%s, z%s)", stored, sum, offset(v));
    }
    return Methods.helper(name + group.name(), parameters("int w, int b"), doc(group) + ".", body);
  }

  /** The sums rest in z between two pieces. */
  private List<MethodSpec> groupInPieces(RowGroup group) {
    TileText tile = tile(group);
    Body body = new Body();
    for (int v = 0; v < group.vectors(plan.lanes()); v++) {
      body.line("%s.intoArray(%s, z%s)", tile.fromArray("p", "b" + offset(v)), sum, offset(v));
    }
    return Pieces.ofInputs(plan, text)
        .methods(
            name + group.name(),
            body,
            parameters("int w, int b"),
            parameters("int w"),
            String.format(Locale.ROOT, "p, w, %s, a, %s, z", text.a0(), sum),
            doc(group),
            new Pieces.Sums(
                each -> startZero(each, group),
                each -> step(each, group),
                each -> add(each, group)));
  }

  private void startZero(Body body, RowGroup group) {
    for (int v = 0; v < group.vectors(plan.lanes()); v++) {
      body.line(
          "%s sum%d = %s.zero(%s)",
          words.vector(), v, words.vector(), LayerText.species(plan.lanes()));
    }
  }

  private void step(Body body, RowGroup group) {
    TileText tile = tile(group);
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
  }

  private void add(Body body, RowGroup group) {
    TileText tile = tile(group);
    for (int v = 0; v < group.vectors(plan.lanes()); v++) {
      String at = "z" + offset(v);
      body.line("%s.add(sum%d).intoArray(%s, %s)", tile.fromArray(sum, at), v, sum, at);
    }
  }

  private TileText tile(RowGroup group) {
    return new TileText(words, plan.lanes(), group.vectors(plan.lanes()));
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

  private String doc(RowGroup group) {
    return String.format(
        Locale.ROOT,
        "%s for one sample and %d outputs, in %s",
        Equation.F1.tag(),
        group.columns(),
        Rows.count(group.vectors(plan.lanes()), "independent chain"));
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
