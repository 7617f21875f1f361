package dev.burin.onnx;

import dev.burin.Activation;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.ChainBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the input of a graph from node to node to its output, and says to a builder what each
 * does to it. Whatever does not fit into a chain of dense layers ends it with a refusal that names
 * the node.
 */
final class ChainReader {

  private final Refusals refusals;
  private final Wiring wiring;
  private final Constants constants;
  private final Ops ops;
  private final RowShapes shapes;
  private final DenseNodes dense;
  private final AffineNodes affine;
  private final ActivationNodes activations;
  private final Input input;
  private final int opset;
  private final Set<OnnxNode> seen = new HashSet<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable ChainBuilder builder;
  private boolean doubles;

  ChainReader(Refusals refusals, Wiring wiring, Constants constants, Ops ops, int opset)
      throws MalformedFileException {
    this.refusals = refusals;
    this.wiring = wiring;
    this.constants = constants;
    this.ops = ops;
    this.opset = opset;
    Operators.check(refusals, wiring, constants);
    this.input = Input.of(refusals, wiring, constants);
    this.shapes = new RowShapes(refusals, constants, opset, input.batch());
    this.dense = new DenseNodes(refusals, constants);
    this.affine = new AffineNodes(refusals, constants, dense);
    this.activations = new ActivationNodes(refusals, constants, opset);
  }

  /** The value at the end of the chain. */
  Rows read() throws MalformedFileException {
    Rows rows = input.rows();
    while (true) {
      learnShapes(rows);
      List<OnnxNode> takers = takers(rows.name());
      if (takers.isEmpty()) {
        break;
      }
      if (Tail.begins(takers) && dropTail(rows)) {
        break;
      }
      if (wiring.isOutput(rows.name())) {
        throw refusals.of(
            takers.getFirst(),
            "its input " + Refusals.shown(rows.name()) + " is an output of the graph too",
            "one output, at the end of the chain");
      }
      rows = takers.size() == 1 ? one(takers.getFirst(), rows) : region(rows);
    }
    checkEnd(rows);
    return rows;
  }

  private List<OnnxNode> takers(String name) {
    return wiring.takers(name).stream().filter(node -> !constants.evaluated(node)).toList();
  }

  /** The shapes that nodes ask for are known by now. */
  private void learnShapes(Rows rows) throws MalformedFileException {
    for (OnnxNode node : takers(rows.name())) {
      if (node.standard() && node.op().equals("Shape")) {
        constants.learn(node, shapes.shape(node, rows));
      }
    }
  }

  private boolean dropTail(Rows rows) throws MalformedFileException {
    List<OnnxNode> tail = Tail.behind(wiring, refusals, constants, rows);
    if (tail == null) {
      return false;
    }
    seen.addAll(tail);
    tail.forEach(node -> dropped.add(node.place() + ", which comes after the last layer"));
    return true;
  }

  /** A node that alone takes a value. */
  private Rows one(OnnxNode node, Rows rows) throws MalformedFileException {
    seen.add(node);
    Rows shaped = shaped(node, rows);
    if (shaped != null) {
      return shaped;
    }
    if (node.standard() && (node.op().equals("Gemm") || node.op().equals("MatMul"))) {
      return layer(node, rows);
    }
    Normalization normalization = affine.of(node, rows);
    if (normalization != null) {
      // The first step of (z + 3) between 0 and 6, by 6, looks like a normalisation.
      Region.Found found = new Region(wiring, refusals, constants, ops, rows).find();
      if (found != null && found.applied().plain()) {
        return activation(found, rows);
      }
      builder().affine(node.place(), normalization.scale(), normalization.shift());
      boolean scaler = node.op().equals("Scaler");
      return scaler ? rows.cast(node.output(), ElementType.FLOAT) : rows.named(node.output());
    }
    Applied applied = activations.of(node, rows);
    if (applied != null) {
      apply(node.place(), applied);
      return rows.named(node.output());
    }
    return region(rows);
  }

  /** What changes no number. */
  private @Nullable Rows shaped(OnnxNode node, Rows rows) throws MalformedFileException {
    if (!node.standard()) {
      return null;
    }
    return switch (node.op()) {
      case "Identity" -> rows.named(node.output());
      case "Dropout" -> dropout(node, rows);
      case "Cast" -> cast(node, rows);
      case "Flatten" -> shapes.flatten(node, rows);
      case "Reshape" -> shapes.reshape(node, rows);
      case "Squeeze" -> shapes.squeeze(node, rows);
      case "Unsqueeze" -> shapes.unsqueeze(node, rows);
      case "Transpose" -> shapes.transpose(node, rows);
      default -> null;
    };
  }

  private Rows dropout(OnnxNode node, Rows rows) throws MalformedFileException {
    if (opset >= 12 && !node.input(2).isEmpty()) {
      Tensor training = constants.get(node.input(2));
      if (training == null || Arrays.stream(training.values()).anyMatch(v -> v != 0)) {
        throw refusals.of(
            node, "training_mode is true, so that answers are random", "a model for inference");
      }
    }
    if (node.outputs().size() > 1 && isTaken(node.outputs().get(1))) {
      throw refusals.of(node, "its mask is taken", "its first output alone to be taken");
    }
    dropped.add(node.place() + ", which does nothing in inference");
    return rows.named(node.output());
  }

  private boolean isTaken(String name) {
    return !name.isEmpty() && (wiring.isOutput(name) || !wiring.takers(name).isEmpty());
  }

  private Rows cast(OnnxNode node, Rows rows) throws MalformedFileException {
    ElementType to = ElementType.of(node.integer("to", 0));
    if (to == null || !to.floating()) {
      throw refusals.of(
          node,
          "it casts "
              + Refusals.shown(rows.name())
              + " to "
              + ElementType.shown(node.integer("to", 0)),
          "a type with fractions");
    }
    if (to != rows.type()) {
      remarks.add(node.place() + " casts " + rows.type() + " to " + to);
    }
    return rows.cast(node.output(), to);
  }

  private Rows layer(OnnxNode node, Rows rows) throws MalformedFileException {
    DenseNodes.Dense layer =
        node.op().equals("Gemm") ? dense.gemm(node, rows) : dense.matMul(node, rows);
    builder().dense(node.place(), layer.name(), layer.out(), layer.weights(), layer.bias());
    doubles |= rows.type() == ElementType.DOUBLE;
    return rows.shaped(node.output(), layer.dims());
  }

  private Rows region(Rows rows) throws MalformedFileException {
    Region region = new Region(wiring, refusals, constants, ops, rows);
    Region.Found found = region.find();
    if (found == null) {
      throw region.refusal();
    }
    return activation(found, rows);
  }

  private Rows activation(Region.Found found, Rows rows) throws MalformedFileException {
    seen.addAll(found.nodes());
    apply(found.place(), found.applied());
    return rows.named(found.output());
  }

  private void apply(String place, Applied applied) throws MalformedFileException {
    if (applied.mirrored()) {
      scale(place, -1, 0);
    }
    if (applied.activation() != Activation.IDENTITY) {
      builder().activation(place, applied.activation(), applied.slope());
    }
    if (applied.scale() != 1 || applied.shift() != 0) {
      scale(place, applied.scale(), applied.shift());
    }
  }

  private void scale(String place, double factor, double summand) throws MalformedFileException {
    double[] scale = new double[builder().width()];
    double[] shift = new double[scale.length];
    Arrays.fill(scale, factor);
    Arrays.fill(shift, summand);
    builder().affine(place, scale, shift);
  }

  /** The builder, which is made when the width of the input is found to be that of weights. */
  private ChainBuilder builder() throws MalformedFileException {
    if (builder == null) {
      builder = new ChainBuilder(refusals.file(), input.checkedWidth());
      if (!input.rows().type().floating()) {
        builder.wholeInputs();
        remarks.add(
            "the input "
                + Refusals.shown(input.rows().name())
                + " holds "
                + input.rows().type()
                + "; the network takes the same numbers as floats");
      }
    }
    return builder;
  }

  private void checkEnd(Rows rows) throws MalformedFileException {
    for (OnnxNode node : wiring.live()) {
      if (!seen.contains(node) && !constants.evaluated(node)) {
        throw refusals.operator(node);
      }
    }
    for (String output : wiring.outputs()) {
      if (constants.has(output)) {
        throw refusals.of(
            "the output " + Refusals.shown(output) + " does not depend on the input", "the others");
      }
    }
    if (wiring.isOutput(rows.name())) {
      List<Long> declared = wiring.declared(rows.name()).dims();
      boolean fits = declared == null || declared.size() == rows.dims().length + 1;
      for (int d = 0; fits && declared != null && d < rows.dims().length; d++) {
        long dim = declared.get(d + 1);
        fits = dim < 1 || dim == rows.dims()[d];
      }
      if (!fits) {
        throw refusals.of(
            "the output "
                + Refusals.shown(rows.name())
                + " is declared as "
                + wiring.declared(rows.name()).shape()
                + ", but the nodes make "
                + rows.shape(),
            "one of them");
      }
    }
    for (OnnxNode node : wiring.dead()) {
      dropped.add(node.place() + ", which leads to no output");
    }
  }

  /** The builder with all layers. */
  ChainBuilder built() throws MalformedFileException {
    return builder();
  }

  /** The number of samples that the graph can take at once, or 0 where it takes any. */
  int batch() {
    return shapes.batch();
  }

  /** Whether the numbers of a layer are doubles. */
  boolean doubles() {
    return doubles;
  }

  Input input() {
    return input;
  }

  List<String> dropped() {
    return dropped;
  }

  List<String> remarks() {
    return remarks;
  }
}
