package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes nodes whose inputs are all known, in double and as plainly as the specification says it:
 * constants are evaluated with it, and the graph as a whole, to compare.
 */
final class Ops {

  private final Refusals refusals;
  private final int opset;
  private final Shapes shapes;
  private final Matrices matrices;

  Ops(Refusals refusals, int opset) {
    this.refusals = refusals;
    this.opset = opset;
    this.shapes = new Shapes(refusals, opset);
    this.matrices = new Matrices(refusals, opset);
  }

  /**
   * The first output of a node.
   *
   * @param in its inputs, null where one is absent
   * @throws MalformedFileException if the operator is not known, or cannot take these inputs
   */
  Tensor apply(OnnxNode node, List<@Nullable Tensor> in) throws MalformedFileException {
    try {
      return compute(node, in).named(node.output());
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException
        | NegativeArraySizeException e) {
      throw refusals.of(node, "its inputs do not fit the operator", "inputs as ONNX defines them");
    }
  }

  private Tensor compute(OnnxNode node, List<@Nullable Tensor> in) throws MalformedFileException {
    if (node.domain().equals(Versions.ML) && node.op().equals("Scaler")) {
      return matrices.scaler(node, given(node, in, 0));
    }
    if (!node.standard()) {
      throw refusals.operator(node);
    }
    Tensor x = given(node, in, 0);
    return switch (node.op()) {
      case "Identity", "Dropout" -> x;
      case "Cast" -> cast(node, x);
      case "Shape" -> shapes.shape(node, x);
      case "Reshape" -> shapes.reshape(node, x, given(node, in, 1));
      case "Flatten" -> shapes.flatten(node, x);
      case "Squeeze" -> shapes.squeeze(node, x, optional(in, 1));
      case "Unsqueeze" -> shapes.unsqueeze(node, x, optional(in, 1));
      case "Transpose" -> shapes.transpose(node, x);
      case "Concat" -> shapes.concat(node, in);
      case "Gather" -> shapes.gather(node, x, given(node, in, 1));
      case "Slice" -> shapes.slice(node, x, in);
      case "Gemm" -> matrices.gemm(node, x, given(node, in, 1), optional(in, 2));
      case "MatMul" -> matrices.matMul(node, x, given(node, in, 1));
      case "BatchNormalization" -> matrices.batchNormalization(node, x, in);
      case "Softmax" -> matrices.softmax(node, x);
      default -> elementwise(node, in);
    };
  }

  private Tensor elementwise(OnnxNode node, List<@Nullable Tensor> in)
      throws MalformedFileException {
    if (!Elementwise.OPERATORS.contains(node.op())) {
      throw refusals.operator(node);
    }
    for (Tensor tensor : in) {
      if (tensor != null && !tensor.type().floating()) {
        wholeAndKnown(node, tensor);
      }
    }
    return Elementwise.apply(node, opset, in);
  }

  /** The number of samples is not known while constants are evaluated; nobody computes with it. */
  private void wholeAndKnown(OnnxNode node, Tensor tensor) throws MalformedFileException {
    for (double value : tensor.values()) {
      if (Double.isNaN(value)) {
        throw refusals.of(
            node, "it computes with the number of samples", "samples that do not know each other");
      }
    }
  }

  private Tensor cast(OnnxNode node, Tensor x) throws MalformedFileException {
    ElementType to = ElementType.of(node.integer("to", 0));
    if (to == null) {
      throw refusals.of(
          node, "it casts to " + ElementType.shown(node.integer("to", 0)), "a type of numbers");
    }
    if (!x.type().floating() && to.floating()) {
      wholeAndKnown(node, x);
    }
    double[] values = new double[x.values().length];
    for (int i = 0; i < values.length; i++) {
      double value = x.values()[i];
      values[i] = Double.isNaN(value) ? value : to.convert(value);
    }
    return new Tensor(x.name(), to, x.dims(), values);
  }

  private Tensor given(OnnxNode node, List<@Nullable Tensor> in, int i)
      throws MalformedFileException {
    Tensor tensor = optional(in, i);
    if (tensor == null) {
      throw refusals.of(node, "input " + i + " is absent", "one, as " + node.op() + " needs it");
    }
    return tensor;
  }

  private static @Nullable Tensor optional(List<@Nullable Tensor> in, int i) {
    return i < in.size() ? in.get(i) : null;
  }
}
