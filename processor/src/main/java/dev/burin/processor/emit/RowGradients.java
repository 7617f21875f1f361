package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.kernel.Equation;
import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.RowLayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** B2, B3 and B4 of a narrow last layer, whose lanes are its inputs. */
final class RowGradients {

  private final RowLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String vector;
  private final String species;
  private final int outputs;

  RowGradients(RowLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.vector = words.vector();
    this.species = LayerText.species(plan.lanes());
    this.outputs = plan.layout().out();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    if (text.l() > 1) {
      methods.add(inputGradient());
    }
    methods.add(weightGradient());
    if (plan.hasBlocks()) {
      for (int width : plan.widths()) {
        methods.add(tile(width));
      }
    }
    if (plan.hasRest()) {
      methods.add(rest());
    }
    methods.add(bias());
    return methods;
  }

  private MethodSpec inputGradient() {
    Body body = new Body();
    body.open("for (int s = from; s < to; s++)");
    body.line("int d = s * %s", text.out());
    body.line("int da = s * %s", text.stride0());
    if (plan.hasBlocks()) {
      for (int j = 0; j < outputs; j++) {
        body.line(
            "%s d%d = %s.broadcast(%s, %s[%s])",
            vector, j, vector, species, text.dz(), Rows.further("d", j));
      }
      body.open("for (int k = 0; k < %s; k += %d)", text.whole(), plan.lanes());
      body.line("%s sum = %s.zero(%s)", vector, vector, species);
      for (int j = 0; j < outputs; j++) {
        body.line(
            "sum = %s.fromArray(%s, p, %s + k).fma(d%d, sum)",
            vector, species, Rows.at(text.w(), j, text.in()), j);
      }
      body.line("sum.intoArray(%s, da + k)", text.da0());
      body.close();
    }
    if (plan.hasRest()) {
      body.open("for (int k = %s; k < %s; k++)", text.firstOfRest(plan), text.in());
      body.line("%s sum = 0", type);
      for (int j = 0; j < outputs; j++) {
        body.line(
            "sum = Math.fma(p[%s + k], %s[%s], sum)",
            Rows.at(text.w(), j, text.in()), text.dz(), Rows.further("d", j));
      }
      body.line("%s[da + k] = sum", text.da0());
      body.close();
    }
    body.close();
    return Methods.helper(
        "inputGradient" + text.l(),
        String.format(
            Locale.ROOT,
            "%1$s[] p, %1$s[] %2$s, %1$s[] %3$s, int from, int to",
            type,
            text.dz(),
            text.da0()),
        String.format(
            Locale.ROOT,
            """
        %s for samples from..to, j ascending in every sum; %s receives it.
        %s is [n][%d], %s is [n][%d].""",
            Equation.B2.of(text.l()),
            text.da0(),
            text.dz(),
            outputs,
            text.da0(),
            plan.inputStride()),
        body);
  }

  private MethodSpec weightGradient() {
    Body body = new Body();
    if (plan.hasBlocks()) {
      String vectors = String.format(Locale.ROOT, "%s / %d", text.whole(), plan.lanes());
      body.line("int first = %s * part / parts * %d", vectors, plan.lanes());
      body.line("int last = %s * (part + 1) / parts * %d", vectors, plan.lanes());
    }
    body.open("for (int from = 0; from < rows; from += SHARD)");
    body.line("int to = Math.min(rows, from + SHARD)");
    body.line("boolean add = !fresh || from > 0");
    if (plan.hasBlocks()) {
      body.line("int k = first");
      for (int width : plan.widths()) {
        int step = width * plan.lanes();
        body.open("for (; k + %d <= last; k += %d)", step, step);
        body.line(
            "weightGradient%dVectors%d(%s, a0At, k, %s, from, to, add, dp)",
            text.l(), width, text.a0(), text.dz());
        body.close();
      }
    }
    if (plan.hasRest()) {
      body.open("if (part + 1 == parts)");
      body.line(
          "weightGradient%dRest(%s, a0At, %s, from, to, add, dp)", text.l(), text.a0(), text.dz());
      body.close();
    }
    body.close();
    return Methods.helper(
        "weightGradient" + text.l(),
        String.format(
                Locale.ROOT,
                "%1$s[] %2$s, int a0At, %1$s[] %3$s, int rows, boolean fresh, %1$s[] dp, ",
                type,
                text.a0(),
                text.dz())
            + "int part, int parts",
        GradientDoc.weights(text),
        body);
  }

  private MethodSpec tile(int width) {
    TileText tile = new TileText(words, plan.lanes(), width);
    Body body = new Body();
    tile.startZero(body, outputs);
    body.open("for (int s = from; s < to; s++)");
    body.line("int as = a0At + s * %s + k", text.stride0());
    tile.load(body, "v", text.a0(), "as");
    for (int j = 0; j < outputs; j++) {
      tile.step(
          body,
          j,
          String.format(Locale.ROOT, "%s[s * %s + %d]", text.dz(), text.out(), j),
          "v",
          Factor.firstOf(Equation.B4));
    }
    body.close();
    body.line("%s[] was = add ? dp : ZEROS", type);
    body.line("int at = add ? %s + k : 0", text.w());
    if (outputs > 1) {
      body.line("int row = add ? %s : 0", text.in());
    }
    for (int j = 0; j < outputs; j++) {
      tile.accumulate(
          body, j, "was", Rows.at("at", j, "row"), "dp", Rows.at(text.w(), j, text.in()) + " + k");
    }
    return Methods.helper(
        String.format(Locale.ROOT, "weightGradient%dVectors%d", text.l(), width),
        String.format(
            Locale.ROOT,
            "%1$s[] %2$s, int a0At, int k, %1$s[] %3$s, int from, int to, boolean add, %1$s[] dp",
            type,
            text.a0(),
            text.dz()),
        String.format(
            Locale.ROOT,
            "%s for %d inputs and %s.",
            Equation.B4.tag(),
            width * plan.lanes(),
            Rows.count(outputs, "output")),
        body);
  }

  private MethodSpec rest() {
    Body body = new Body();
    body.open("for (int j = 0; j < %s; j++)", text.out());
    body.open("for (int k = %s; k < %s; k++)", text.firstOfRest(plan), text.in());
    body.line("%s sum = 0", type);
    body.open("for (int s = from; s < to; s++)");
    body.line(
        "sum = Math.fma(%s[a0At + s * %s + k], %s[s * %s + j], sum)",
        text.a0(), text.stride0(), text.dz(), text.out());
    body.close();
    body.line("int dw = %s + j * %s + k", text.w(), text.in());
    body.line("dp[dw] = (add ? dp[dw] : 0) + sum");
    body.close();
    body.close();
    return Methods.helper(
        String.format(Locale.ROOT, "weightGradient%dRest", text.l()),
        String.format(
            Locale.ROOT,
            "%1$s[] %2$s, int a0At, %1$s[] %3$s, int from, int to, boolean add, %1$s[] dp",
            type,
            text.a0(),
            text.dz()),
        Equation.B4.tag() + " for the inputs after the last whole block.",
        body);
  }

  private MethodSpec bias() {
    Body body = new Body();
    body.open("for (int from = 0; from < rows; from += SHARD)");
    body.line("int to = Math.min(rows, from + SHARD)");
    body.line("boolean add = !fresh || from > 0");
    body.open("for (int j = 0; j < %s; j++)", text.out());
    body.line("%s sum = 0", type);
    body.open("for (int s = from; s < to; s++)");
    body.line("sum += %s[s * %s + j]", text.dz(), text.out());
    body.close();
    body.line("dp[%1$s + j] = (add ? dp[%1$s + j] : 0) + sum", text.b());
    body.close();
    body.close();
    return Methods.helper(
        "biasGradient" + text.l(),
        String.format(
            Locale.ROOT, "%1$s[] %2$s, int rows, boolean fresh, %1$s[] dp", type, text.dz()),
        GradientDoc.biases(text),
        body);
  }
}
