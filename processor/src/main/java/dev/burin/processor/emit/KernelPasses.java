package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.kernel.WorkspaceLayout;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.NetworkPlan;
import dev.burin.processor.plan.RowLayerPlan;
import dev.burin.shape.Equation;
import dev.burin.shape.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods of the runtime's contract: each calls one method per layer and equation. */
final class KernelPasses {

  private final NetworkPlan network;
  private final List<LayerPlan> layers;
  private final Vocabulary words;
  private final String type;
  private final String workspace;
  private final int last;
  private final WorkspaceLayout buffers;

  KernelPasses(NetworkPlan network, KernelPlan kernel, Vocabulary words) {
    this.network = network;
    this.layers = kernel.layers();
    this.words = words;
    this.type = words.element();
    this.workspace = words.prefix() + "Workspace";
    this.last = layers.size();
    this.buffers = network.buffers();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(forward("forward", false));
    if (layers.stream().anyMatch(layer -> buffers.drops(layer.layout().number()))) {
      methods.add(forward("forwardTraining", true));
    }
    methods.add(loss());
    methods.add(backward());
    methods.add(transpose());
    methods.add(weightGradient());
    methods.add(step());
    return methods;
  }

  /** F1 and F2 of every layer, and D1 in front of them where inputs are dropped. */
  private MethodSpec forward(String name, boolean training) {
    Body body = new Body();
    for (LayerPlan layer : layers) {
      LayerText text = new LayerText(layer, words);
      int l = text.l();
      if (training && buffers.drops(l)) {
        body.line("%sDropout.forward(ws, %d, %s, from, to)", words.prefix(), l, outputsBefore(l));
      }
      String a0 = training ? inputs(l) : outputsBefore(l);
      String partial = layer instanceof RowLayerPlan && buffers.folds() ? "ws.partial, " : "";
      String to = layer.fusesActivation() ? "a" : "z";
      body.line("forward%d(p, %s, %sws.%s[%d], from, to)", l, a0, partial, to, l);
      if (!layer.fusesActivation()) {
        body.line(
            "%s(ws.z[%d], ws.a[%d], from, to)", new ActivationPass(layer, words).applyName(), l, l);
      }
    }
    return Methods.override(
        name,
        (training ? Equation.D1.tag() + ", " : "")
            + Equation.F1.tag()
            + " and "
            + Equation.F2.tag()
            + ", layer after layer.",
        String.format(
            Locale.ROOT, "%1$s[] p, %1$s[] x, int xAt, int from, int to, %2$s ws", type, workspace),
        body);
  }

  /** The array of the inputs of layer l as they were computed, and where it begins. */
  private static String outputsBefore(int l) {
    return l == 1 ? "x, xAt" : String.format(Locale.ROOT, "ws.a[%d], 0", l - 1);
  }

  /** What F1 and B4 of layer l read in training. */
  private String inputs(int l) {
    return buffers.drops(l) ? String.format(Locale.ROOT, "ws.d[%d], 0", l) : outputsBefore(l);
  }

  private MethodSpec loss() {
    Body body = new LossPass(network.model().shape().loss(), layers.getLast(), words).body();
    return Methods.override(
        "lossGradient",
        Equation.L1.of(last) + ", and the loss of each row.",
        String.format(Locale.ROOT, "%1$s[] y, int yAt, int from, int to, %2$s ws", type, workspace),
        body);
  }

  private MethodSpec backward() {
    boolean drops = false;
    Body body = new Body();
    for (int l = last; l > 1; l--) {
      ActivationPass before = new ActivationPass(layers.get(l - 2), words);
      String weights = buffers.transposes(l) ? String.format(Locale.ROOT, "ws.wt[%d]", l) : "p";
      body.line("inputGradient%d(%s, ws.dz[%d], ws.dz[%d], from, to)", l, weights, l, l - 1);
      if (buffers.drops(l)) {
        drops = true;
        body.line("%sDropout.backward(ws, %d, from, to)", words.prefix(), l);
      }
      if (layers.get(l - 2).slopeSource().hasPass()) {
        body.line(
            "%s(ws.%s[%d], ws.dz[%d], from, to)",
            before.deriveName(), before.deriveSource(), l - 1, l - 1);
      }
    }
    if (last == 1) {
      body.note("The only layer has no layer before it.");
    }
    return Methods.override(
        "backward",
        Equation.B2.tag()
            + (drops ? ", " + Equation.D2.tag() : "")
            + " and "
            + Equation.B1.tag()
            + ", from the last layer to the first.",
        String.format(Locale.ROOT, "%1$s[] p, int from, int to, %2$s ws", type, workspace),
        body);
  }

  private MethodSpec transpose() {
    Body body = new Body();
    boolean any = false;
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      if (buffers.transposes(l)) {
        any = true;
        body.line(
            "%sPanels.transpose(ws.layer(%d), ws.layer(%d), p, ws.wt[%d], part, parts)",
            words.prefix(), l, l - 1, l);
      }
    }
    if (!any) {
      body.note("No layer reads transposed weights.");
    }
    return Methods.override(
        "transpose",
        "Copies what " + Equation.B2.tag() + " reads across, one part of it.",
        String.format(Locale.ROOT, "%1$s[] p, %2$s ws, int part, int parts", type, workspace),
        body);
  }

  private MethodSpec weightGradient() {
    Body body = new Body();
    if (layers.stream().anyMatch(LayerPlan::packs)) {
      body.line("%s[] packed = ws.packed(part)", type);
    }
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      String a0 = inputs(l);
      String packed = layer.packs() ? "packed, " : "";
      body.line(
          "weightGradient%d(%s, ws.dz[%d], rows, fresh, dp, %spart, parts)", l, a0, l, packed);
    }
    body.open("if (part == 0)");
    for (int l = 1; l <= last; l++) {
      body.line("biasGradient%d(ws.dz[%d], rows, fresh, dp)", l, l);
    }
    body.close();
    return Methods.override(
        "weightGradient",
        Equation.B4.tag() + " of one part of the inputs, and " + Equation.B3.tag() + ".",
        String.format(
            Locale.ROOT,
            "%1$s[] x, int xAt, int rows, boolean fresh, %1$s[] dp, %2$s ws, int part, int parts",
            type,
            workspace),
        body);
  }

  private MethodSpec step() {
    Body body = new Body();
    if (layers.stream().anyMatch(layer -> layer.layout().storage() == Storage.PANELS)) {
      body.line("%s[] packed = ws.packed(part)", type);
    }
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      String a0 = inputs(l);
      body.line(
          switch (layer.layout().storage()) {
            case PANELS -> "step%d(%s, ws.dz[%d], rows, p, packed, rule, part, parts)";
            case ROWS -> "weightGradient%d(%s, ws.dz[%d], rows, true, dp, part, parts)";
          },
          l,
          a0,
          l);
    }
    body.open("if (part == 0)");
    for (int l = 1; l <= last; l++) {
      body.line("biasGradient%d(ws.dz[%d], rows, true, dp)", l, l);
    }
    body.close();
    return Methods.override(
        "step",
        Equation.B4.tag()
            + " of one part of the inputs with its update, and "
            + Equation.B3.tag()
            + ".",
        String.format(
                Locale.ROOT,
                "%1$s[] x, int xAt, int rows, %1$s[] p, %1$s[] dp, %2$s ws, %3$sStep rule, ",
                type,
                workspace,
                words.prefix())
            + "int part, int parts",
        body);
  }
}
