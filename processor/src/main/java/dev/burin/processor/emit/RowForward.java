package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.kernel.Equation;
import dev.burin.processor.plan.RowLayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** F1 of a narrow last layer: interleaved partial sums along its inputs, then one fold each. */
final class RowForward {

  private final RowLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;
  private final int outputs;

  RowForward(RowLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "forward" + text.l();
    this.outputs = plan.layout().out();
  }

  List<MethodSpec> methods() {
    if (!plan.hasBlocks()) {
      return List.of(withoutBlocks());
    }
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(walk());
    for (int height : plan.heights()) {
      methods.add(tile(height));
    }
    methods.add(fold());
    return methods;
  }

  /** Inputs that fill no block have no partial sums to fold. */
  private MethodSpec withoutBlocks() {
    return Methods.helper(
        name,
        String.format(
            Locale.ROOT,
            "%1$s[] p, %1$s[] %2$s, int a0At, %1$s[] %3$s, int from, int to",
            type,
            text.a0(),
            text.z()),
        doc("k ascending in every sum"),
        sums());
  }

  private MethodSpec walk() {
    Body body = new Body();
    body.open("for (int j = 0; j < %s; j++)", text.out());
    body.line("int w = %s + j * %s", text.w(), text.in());
    SweepText.rows(
        body,
        plan.heights(),
        "s",
        "from",
        "to",
        height ->
            body.line(
                "%sRows%d(p, w, %s, a0At + s * %s, partial, (s * %s + j) * LANES)",
                name, height, text.a0(), text.stride0(), text.out()));
    body.close();
    String inputs = plan.hasRest() ? text.a0() + ", a0At, " : "";
    body.line("%sFold(p, %spartial, %s, from, to)", name, inputs, text.z());
    return Methods.helper(
        name,
        String.format(
            Locale.ROOT,
            "%1$s[] p, %1$s[] %2$s, int a0At, %1$s[] partial, %1$s[] %3$s, int from, int to",
            type,
            text.a0(),
            text.z()),
        doc("in interleaved partial sums"),
        body);
  }

  private String doc(String order) {
    return String.format(
        Locale.ROOT,
        """
        %s for samples from..to, %s.
        %s is [n][%d], W%d is %s, %s is [n][%d].
        Plan: %s.""",
        Equation.F1.of(text.l()),
        order,
        text.a0(),
        plan.inputStride(),
        text.l(),
        text.storage(),
        text.z(),
        outputs,
        plan.reason());
  }

  private MethodSpec tile(int height) {
    TileText tile = new TileText(words, plan.lanes(), plan.vectorsPerBlock());
    String vector = words.vector();
    Body body = new Body();
    tile.startZero(body, height);
    body.open("for (int k = 0; k < %s; k += LANES)", text.whole());
    tile.load(body, "w", "p", "w + k");
    for (int r = 0; r < height; r++) {
      for (int v = 0; v < plan.vectorsPerBlock(); v++) {
        String declared = r == 0 && v == 0 ? vector + " x" : "x";
        String lane = v == 0 ? "" : " + " + v * plan.lanes();
        String at = Rows.at("a", r, text.stride0()) + " + k" + lane;
        body.line("%s = %s", declared, tile.fromArray(text.a0(), at));
        body.line("sum%d_%d = w%d.fma(x, sum%d_%d)", r, v, v, r, v);
      }
    }
    body.close();
    for (int r = 0; r < height; r++) {
      tile.store(body, r, "partial", Rows.at("to", r, text.out() + " * LANES"));
    }
    return Methods.helper(
        name + "Rows" + height,
        String.format(
            Locale.ROOT,
            "%1$s[] p, int w, %1$s[] %2$s, int a, %1$s[] partial, int to",
            type,
            text.a0()),
        String.format(
            Locale.ROOT,
            "%s for %s and one output: the partial sums of %d inputs.",
            Equation.F1.tag(),
            Rows.count(height, "sample"),
            plan.whole()),
        body);
  }

  private MethodSpec fold() {
    return Methods.helper(
        name + "Fold",
        String.format(
            Locale.ROOT,
            "%1$s[] p, %2$s%1$s[] partial, %1$s[] %3$s, int from, int to",
            type,
            plan.hasRest() ? type + "[] " + text.a0() + ", int a0At, " : "",
            text.z()),
        plan.hasRest()
            ? Equation.F1.tag()
                + ": the bias, the folded partial sums, then the inputs after the last whole block."
            : Equation.F1.tag() + ": the bias, then the folded partial sums.",
        sums());
  }

  private Body sums() {
    Body body = new Body();
    body.open("for (int s = from; s < to; s++)");
    if (plan.hasRest()) {
      body.line("int a = a0At + s * %s", text.stride0());
    }
    body.open("for (int j = 0; j < %s; j++)", text.out());
    if (plan.hasBlocks()) {
      halves(body);
    }
    body.line("%s z = p[%s + j]", type, text.b());
    if (plan.hasBlocks()) {
      body.line("z += (partial[at] + partial[at + 2]) + (partial[at + 1] + partial[at + 3])");
    }
    if (plan.hasRest()) {
      body.open("for (int k = %s; k < %s; k++)", text.firstOfRest(plan), text.in());
      body.line("z = Math.fma(p[%s + j * %s + k], %s[a + k], z)", text.w(), text.in(), text.a0());
      body.close();
    }
    body.line("%s[s * %s + j] = z", text.z(), text.out());
    body.close();
    body.close();
    return body;
  }

  /** Adds the upper half of the partial sums to the lower, in their place, until four are left. */
  private void halves(Body body) {
    body.line("int at = (s * %s + j) * LANES", text.out());
    for (int half : RowLayerPlan.HALVES) {
      int lanes = plan.halfLanes(half);
      for (int c = 0; c < half; c += lanes) {
        String vector =
            String.format(
                Locale.ROOT,
                "%s.fromArray(%s, partial, at",
                words.vector(),
                LayerText.species(lanes));
        String to = c == 0 ? "" : " + " + c;
        body.line("%1$s%2$s).add(%1$s + %3$d)).intoArray(partial, at%2$s)", vector, to, half + c);
      }
    }
  }
}
