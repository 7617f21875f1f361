package dev.burin.onnx;

import dev.burin.Precision;
import dev.burin.shape.LayerShape;

/**
 * Writes activations as nodes. In float each is the operator that most readers know; in double,
 * where ONNX Runtime lacks many of them and alpha is but a float, it is spelled with operators that
 * exist there.
 */
final class ActivationWriter {

  private static final int GELU_SINCE = 20;

  private static final int MISH_SINCE = 18;

  private static final double SELU_ALPHA = 1.6732632423543772;

  private static final double SELU_GAMMA = 1.0507009873554805;

  private static final double SQRT_TWO = 1.4142135623730951;

  private final GraphWriter graph;
  private final int opset;

  /** The prefix of the names of a layer. */
  private final String layer;

  ActivationWriter(GraphWriter graph, int opset, String layer) {
    this.graph = graph;
    this.opset = opset;
    this.layer = layer;
  }

  /**
   * Writes an activation.
   *
   * @param z the name of the sums
   * @param a the name of the outputs
   */
  void write(LayerShape shape, String z, String a) {
    switch (shape.activation()) {
      case IDENTITY -> one("Identity", z, a);
      case SIGMOID -> one("Sigmoid", z, a);
      case TANH -> one("Tanh", z, a);
      case RELU -> one("Relu", z, a);
      case LEAKY_RELU -> leaky(shape.slope(), z, a);
      case ELU -> elu(shape.slope(), z, a);
      case GELU -> gelu(z, a);
      case SILU -> graph.node("Mul", name("mul"), a, z, node("Sigmoid", z));
      case SOFTPLUS -> one("Softplus", z, a);
      case SELU -> selu(z, a);
      case HARD_SIGMOID -> hardSigmoid(z, a);
      case MISH -> mish(z, a);
      case SOFTMAX ->
          graph.node("Softmax", layer, a, new Message[] {GraphWriter.setting("axis", -1L)}, z);
    }
  }

  private void one(String op, String z, String a) {
    graph.node(op, layer, a, z);
  }

  private void one(String op, double alpha, String z, String a) {
    graph.node(op, layer, a, new Message[] {GraphWriter.setting("alpha", (float) alpha)}, z);
  }

  /** A node of a spelled function, whose output has its name. */
  private String node(String op, String... inputs) {
    String name = name(op.toLowerCase(java.util.Locale.ROOT));
    return graph.node(op, name, name, inputs);
  }

  private String name(String part) {
    return layer + "." + part;
  }

  private String constant(String part, double value) {
    return graph.constant(name(part), value);
  }

  private boolean spelled() {
    return graph.precision() == Precision.DOUBLE;
  }

  /** max(z, 0) + s min(z, 0). */
  private void leaky(double slope, String z, String a) {
    if (!spelled()) {
      one("LeakyRelu", slope, z, a);
      return;
    }
    String zero = constant("zero", 0);
    String above = node("Max", z, zero);
    String below = node("Mul", node("Min", z, zero), constant("slope", slope));
    graph.node("Add", layer, a, above, below);
  }

  /** max(z, 0) + s (exp(min(z, 0)) - 1). */
  private void elu(double slope, String z, String a) {
    if (!spelled()) {
      one("Elu", slope, z, a);
      return;
    }
    String zero = constant("zero", 0);
    String above = node("Max", z, zero);
    String power = node("Sub", node("Exp", node("Min", z, zero)), constant("one", 1));
    graph.node("Add", layer, a, above, node("Mul", power, constant("slope", slope)));
  }

  /** gamma (max(z, 0) + alpha (exp(min(z, 0)) - 1)); its numbers are those of the operator. */
  private void selu(String z, String a) {
    if (!spelled()) {
      one("Selu", z, a);
      return;
    }
    String zero = constant("zero", 0);
    String above = node("Max", z, zero);
    String power = node("Sub", node("Exp", node("Min", z, zero)), constant("one", 1));
    String sum = node("Add", above, node("Mul", power, constant("alpha", SELU_ALPHA)));
    graph.node("Mul", layer, a, sum, constant("gamma", SELU_GAMMA));
  }

  /** min(max(z + 3, 0), 6) / 6; the operator has another slope unless it is told. */
  private void hardSigmoid(String z, String a) {
    if (!spelled()) {
      Message[] settings = {
        GraphWriter.setting("alpha", 1f / 6), GraphWriter.setting("beta", 0.5f)
      };
      graph.node("HardSigmoid", layer, a, settings, z);
      return;
    }
    String above = node("Max", node("Add", z, constant("three", 3)), constant("zero", 0));
    graph.node("Div", layer, a, node("Min", above, constant("six", 6)), constant("sixth", 6));
  }

  /** z tanh(softplus(z)). */
  private void mish(String z, String a) {
    if (!spelled() && opset >= MISH_SINCE) {
      one("Mish", z, a);
      return;
    }
    graph.node("Mul", layer, a, z, node("Tanh", node("Softplus", z)));
  }

  /** z (erf(z / root of 2) + 1) / 2, as PyTorch writes it where there is no operator. */
  private void gelu(String z, String a) {
    if (opset >= GELU_SINCE) {
      one("Gelu", z, a);
      return;
    }
    String erf = node("Erf", node("Div", z, constant("root", SQRT_TWO)));
    String twice = node("Mul", z, node("Add", erf, constant("one", 1)));
    graph.node("Mul", layer, a, twice, constant("half", 0.5));
  }
}
