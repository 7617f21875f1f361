package dev.burin.onnx;

import dev.burin.Activation;
import dev.burin.file.MalformedFileException;
import org.jspecify.annotations.Nullable;

/** Operators that are an activation by themselves. */
final class ActivationNodes {

  private final Refusals refusals;
  private final Constants constants;
  private final int opset;

  ActivationNodes(Refusals refusals, Constants constants, int opset) {
    this.refusals = refusals;
    this.constants = constants;
    this.opset = opset;
  }

  /** The activation of a node, or null if it is none. */
  @Nullable Applied of(OnnxNode node, Rows rows) throws MalformedFileException {
    if (!node.standard()) {
      return null;
    }
    return switch (node.op()) {
      case "Relu" -> Applied.of(Activation.RELU);
      case "Tanh" -> Applied.of(Activation.TANH);
      case "Sigmoid" -> Applied.of(Activation.SIGMOID);
      case "Softplus" -> Applied.of(Activation.SOFTPLUS);
      case "Elu" -> sloped(Activation.ELU, slope(node, rows));
      case "LeakyRelu" -> sloped(Activation.LEAKY_RELU, slope(node, rows));
      case "PRelu" -> prelu(node, rows);
      case "Gelu" -> gelu(node);
      case "Swish" -> swish(node);
      case "Softmax" -> softmax(node, rows);
      case "LogSoftmax" ->
          throw refusals.of(
              node, "LogSoftmax gives logarithms", "Softmax, or the sums alone as the output");
      default -> null;
    };
  }

  /**
   * Alpha as a slope. A file has it as a float; in a float network it means the decimal fraction
   * that was rounded to it, as 0.01 was.
   */
  private static double slope(OnnxNode node, Rows rows) {
    float alpha = (float) node.number("alpha", Elementwise.alpha(node.op()));
    return rows.type() == ElementType.DOUBLE ? alpha : decimal(alpha);
  }

  /** The shortest decimal fraction that is rounded to a float. */
  static double decimal(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  /** Below 0 nothing is left of it where alpha is 0. */
  private static Applied sloped(Activation activation, double slope) {
    return slope == 0 ? Applied.of(Activation.RELU) : Applied.of(activation, slope);
  }

  /** One slope for all neurons; the slope of each neuron would be a parameter. */
  private Applied prelu(OnnxNode node, Rows rows) throws MalformedFileException {
    Tensor slope = constants.get(node.input(1));
    if (slope == null || !node.input(0).equals(rows.name())) {
      throw refusals.of(node, "its slope is no constant", "one");
    }
    double first = slope.values().length == 0 ? Double.NaN : slope.values()[0];
    for (double each : slope.values()) {
      if (each != first) {
        throw refusals.of(
            node,
            "its slope " + Refusals.shown(slope.name()) + " differs from neuron to neuron",
            "one slope for all, as PRelu with one number or LeakyRelu has");
      }
    }
    return sloped(
        Activation.LEAKY_RELU, slope.type() == ElementType.DOUBLE ? first : decimal((float) first));
  }

  private Applied gelu(OnnxNode node) throws MalformedFileException {
    String approximate = node.text("approximate", "none");
    if (!approximate.equals("none")) {
      throw refusals.of(
          node,
          "approximate is "
              + Refusals.shown(approximate)
              + ", a fit of Gelu that differs from it"
              + " by up to 5e-4",
          "none");
    }
    return Applied.of(Activation.GELU);
  }

  private Applied swish(OnnxNode node) throws MalformedFileException {
    double alpha = node.number("alpha", 1);
    if (alpha != 1) {
      throw refusals.of(node, "alpha is " + alpha, "1, with which Swish is SiLU");
    }
    return Applied.of(Activation.SILU);
  }

  private Applied softmax(OnnxNode node, Rows rows) throws MalformedFileException {
    int rank = rows.dims().length + 1;
    long axis = node.integer("axis", opset < 13 ? 1 : -1);
    long at = axis < 0 ? axis + rank : axis;
    boolean all = rows.flat() && (opset < 13 ? at >= 1 && at < rank : at == rank - 1);
    for (int d = 0; all && opset < 13 && d < at - 1; d++) {
      all = rows.dims()[d] == 1;
    }
    if (!all) {
      throw refusals.of(
          node,
          "axis is "
              + axis
              + " for "
              + rows.shape()
              + ", which is not over the outputs of a sample",
          "the last axis");
    }
    return Applied.of(Activation.SOFTMAX);
  }
}
