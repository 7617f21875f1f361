package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.Activation;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.SlopeSource;
import dev.burin.shape.Equation;
import dev.burin.shape.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** F2 a = f(z) and B1 dz = da * f'(z): passes over the rows of one layer. */
final class ActivationPass {

  private final LayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final Activation activation;
  private final ActivationText formula;
  private final String type;
  private final String vector;
  private final String species;

  ActivationPass(LayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.activation = plan.layout().layer().activation();
    this.species = LayerText.species(plan.lanes());
    this.formula =
        ActivationText.of(
            plan.layout().layer(), plan.layout().number(), words.precision(), species);
    this.type = words.element();
    this.vector = words.vector();
  }

  /** The name of the method that applies the activation. */
  String applyName() {
    return text.activation() + text.l();
  }

  /** The name of the method that multiplies with the derivative. */
  String deriveName() {
    return text.activation() + "Gradient" + text.l();
  }

  MethodSpec apply() {
    return switch (activation) {
      case IDENTITY -> copy();
      case SOFTMAX -> softmax();
      default -> elementwise();
    };
  }

  private MethodSpec copy() {
    Body body = new Body();
    body.open("if (%s != %s)", text.z(), text.a());
    body.line(
        "System.arraycopy(%1$s, from * %3$s, %2$s, from * %3$s, (to - from) * %3$s)",
        text.z(), text.a(), text.stride());
    body.close();
    return apply(
        String.format(Locale.ROOT, "%s %s = %s.", Equation.F2.tag(), text.a(), text.z()), body);
  }

  private MethodSpec elementwise() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%s z = %s.fromArray(%s, %s, i);", vector, vector, species, text.z()));
    lines.addAll(formula.value());
    lines.add(String.format(Locale.ROOT, "a.intoArray(%s, i);", text.a()));
    String scalar =
        String.format(
            Locale.ROOT,
            "%s[i] = %sMath.%s(%s)",
            text.a(),
            words.prefix(),
            text.activation(),
            formula.arguments(text.z() + "[i]"));
    return apply(
        String.format(
            Locale.ROOT,
            "%s, element by element.",
            Equation.F2.of(text.l()).replace("f(", text.activation() + "(")),
        pass(lines, scalar));
  }

  private MethodSpec apply(String doc, Body body) {
    return Methods.helper(
        applyName(),
        String.format(
            Locale.ROOT, "%1$s[] %2$s, %1$s[] %3$s, int from, int to", type, text.z(), text.a()),
        doc,
        body);
  }

  /** Vectors while they fit, then single elements where rows are not padded. */
  private Body pass(List<String> lines, String scalar) {
    Body body = new Body();
    body.line("int end = to * %s", text.stride());
    if (plan.layout().storage() == Storage.ROWS) {
      body.line("int i = from * %s", text.stride());
      body.open("for (; i + %d <= end; i += %d)", plan.lanes(), plan.lanes());
      body.lines(lines);
      body.close();
      body.open("for (; i < end; i++)");
      body.line("%s", scalar);
      body.close();
    } else {
      body.open("for (int i = from * %s; i < end; i += %d)", text.stride(), plan.lanes());
      body.lines(lines);
      body.close();
    }
    return body;
  }

  private MethodSpec softmax() {
    Body body = new Body();
    body.open("for (int s = from; s < to; s++)");
    body.line("int at = s * %s", text.stride());
    String activations = words.prefix() + "Activations";
    if (plan.layout().storage() == Storage.ROWS) {
      body.line("%s.softmax(%s, %s, at, at + %s)", activations, text.z(), text.a(), text.out());
    } else {
      body.line(
          "%s greatest = %s.greatest(%s, at, at + %s)", type, activations, text.z(), text.out());
      body.open(
          "if (%s.limit(%s, %s, greatest, at, at + %s))",
          activations, text.z(), text.a(), text.out());
      body.line("continue");
      body.close();
      body.open(
          "for (int i = at; i < at + %s; i += %d)", LayerText.columns(text.l()), plan.lanes());
      body.line("%s z = %s.fromArray(%s, %s, i).sub(greatest)", vector, vector, species, text.z());
      body.lines(formula.exp("z", "a"));
      body.line("a.intoArray(%s, i)", text.a());
      body.close();
      body.line("%s sum = 0", type);
      body.open("for (int j = 0; j < %s; j++)", text.out());
      body.line("sum += %s[at + j]", text.a());
      body.close();
      body.open(
          "for (int i = at; i < at + %s; i += %d)", LayerText.columns(text.l()), plan.lanes());
      body.line(
          "%s.fromArray(%s, %s, i).div(sum).intoArray(%s, i)", vector, species, text.a(), text.a());
      body.close();
    }
    body.close();
    return apply(
        String.format(
            Locale.ROOT,
            "%s %s = exp(%s - greatest) / sum, row by row; the sum runs over %d outputs, j ascending.",
            Equation.F2.tag(),
            text.a(),
            text.z(),
            plan.layout().out()),
        body);
  }

  /** B1, in place of the gradient by the outputs. */
  MethodSpec derive() {
    String letter = deriveSource();
    String source = letter + text.l();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s = %s.fromArray(%s, %s, i);",
            vector,
            letter,
            vector,
            species,
            source));
    lines.addAll(formula.slope());
    lines.add(
        String.format(
            Locale.ROOT,
            "%s.fromArray(%s, %s, i).mul(slope).intoArray(%s, i);",
            vector,
            species,
            text.dz(),
            text.dz()));
    String scalar =
        String.format(
            Locale.ROOT,
            "%s[i] *= %sMath.%sSlope(%s)",
            text.dz(),
            words.prefix(),
            text.activation(),
            formula.arguments(source + "[i]"));
    return Methods.helper(
        deriveName(),
        String.format(
            Locale.ROOT, "%1$s[] %2$s, %1$s[] %3$s, int from, int to", type, source, text.dz()),
        String.format(
            Locale.ROOT,
            "%s, computed from %s, in place of da%d.",
            Equation.B1.of(text.l()).replace("f'", text.activation() + "'"),
            source,
            text.l()),
        pass(lines, scalar));
  }

  /** The array that {@link #derive()} reads beside the gradient. */
  String deriveSource() {
    return plan.slopeSource() == SlopeSource.SUMS ? "z" : "a";
  }

  List<ActivationConstant> constants() {
    return formula.constants();
  }
}
