package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;

/** Gemm and MatMul: the weights of a layer, and the bias if it is there too. */
final class DenseNodes {

  private final Refusals refusals;
  private final Constants constants;

  DenseNodes(Refusals refusals, Constants constants) {
    this.refusals = refusals;
    this.constants = constants;
  }

  /**
   * A layer that was found.
   *
   * @param name what its weights are called
   * @param weights {@code [out][in]}, row-major
   * @param bias {@code [out]}
   * @param dims the dimensions of one sample of its outputs
   */
  record Dense(String name, int in, int out, double[] weights, double[] bias, int[] dims) {}

  /** A Gemm whose input 0 are rows. */
  Dense gemm(OnnxNode node, Rows rows) throws MalformedFileException {
    if (node.integer("transA", 0) != 0) {
      throw refusals.of(node, "transA is 1, so that samples are columns", "transA 0");
    }
    if (!node.input(0).equals(rows.name())) {
      throw refusals.of(
          node,
          "its weights are computed from the input of the graph",
          "weights that are constant");
    }
    Tensor w = weights(node, rows, node.input(1));
    if (w.rank() != 2 || rows.dims().length != 1) {
      throw shape(node, rows, w);
    }
    boolean transposed = node.integer("transB", 0) != 0;
    int in = w.dim(transposed ? 1 : 0);
    int out = w.dim(transposed ? 0 : 1);
    double alpha = node.number("alpha", 1);
    fits(node, rows, w, in);
    double[] weights = rowsOfOutputs(w, in, out, transposed, alpha);
    double[] bias = bias(node, rows, w, out);
    return new Dense(w.name(), in, out, weights, bias, new int[] {out});
  }

  /** A MatMul of rows and a constant. */
  Dense matMul(OnnxNode node, Rows rows) throws MalformedFileException {
    if (!node.input(0).equals(rows.name())) {
      throw refusals.of(
          node,
          constants.has(node.input(0))
              ? "its constant " + Refusals.shown(node.input(0)) + " stands before the rows"
              : "its weights are computed from the input of the graph",
          "rows and then weights that are constant");
    }
    Tensor w = weights(node, rows, node.input(1));
    if (w.rank() < 1 || w.rank() > 2 || !rows.flat()) {
      throw shape(node, rows, w);
    }
    int in = w.dim(0);
    int out = w.rank() == 2 ? w.dim(1) : 1;
    fits(node, rows, w, in);
    int[] dims = rows.dims().clone();
    dims[dims.length - 1] = out;
    if (w.rank() == 1) {
      dims = Arrays.copyOf(dims, dims.length - 1);
    }
    return new Dense(w.name(), in, out, rowsOfOutputs(w, in, out, false, 1), new double[out], dims);
  }

  private Tensor weights(OnnxNode node, Rows rows, String name) throws MalformedFileException {
    Tensor w = constants.get(name);
    if (w == null) {
      throw refusals.of(
          node,
          "its weights " + Refusals.shown(name) + " are no constant",
          "weights that do not depend on the input");
    }
    sameType(node, rows, w);
    return w;
  }

  /** A constant has the type of the rows that it meets. */
  void sameType(OnnxNode node, Rows rows, Tensor constant) throws MalformedFileException {
    if (constant.type() != rows.type()) {
      throw refusals.of(
          node,
          "its input "
              + Refusals.shown(constant.name())
              + " holds "
              + constant.type()
              + " and "
              + Refusals.shown(rows.name())
              + " holds "
              + rows.type(),
          "one type, or a Cast between them");
    }
    if (!constant.type().floating()) {
      throw refusals.of(
          node, Refusals.shown(constant.name()) + " holds " + constant.type(), "floats or doubles");
    }
  }

  private MalformedFileException shape(OnnxNode node, Rows rows, Tensor w) {
    return refusals.of(
        node,
        "its weights "
            + Refusals.shown(w.name())
            + " have the shape "
            + w.shape()
            + " and its rows "
            + Refusals.shown(rows.name())
            + " "
            + rows.shape(),
        "weights of two dimensions for rows of one, such as [n,784]");
  }

  private void fits(OnnxNode node, Rows rows, Tensor w, int in) throws MalformedFileException {
    if (in != rows.width()) {
      throw refusals.of(
          node,
          "its weights "
              + Refusals.shown(w.name())
              + w.shape()
              + " take "
              + in
              + " inputs, but "
              + Refusals.shown(rows.name())
              + " has "
              + rows.width(),
          "as many of one as of the other");
    }
    if (w.values().length == 0) {
      throw refusals.of(
          node,
          "its weights " + Refusals.shown(w.name()) + " have the shape " + w.shape(),
          "a layer of at least one neuron");
    }
  }

  private static double[] rowsOfOutputs(
      Tensor w, int in, int out, boolean transposed, double alpha) {
    double[] weights = new double[w.values().length];
    for (int j = 0; j < out; j++) {
      for (int k = 0; k < in; k++) {
        weights[j * in + k] = alpha * w.values()[transposed ? j * in + k : k * out + j];
      }
    }
    return weights;
  }

  private double[] bias(OnnxNode node, Rows rows, Tensor w, int out) throws MalformedFileException {
    double[] bias = new double[out];
    double beta = node.number("beta", 1);
    String name = node.input(2);
    if (name.isEmpty()) {
      return bias;
    }
    Tensor c = constants.get(name);
    if (c == null) {
      throw refusals.of(
          node,
          "its bias " + Refusals.shown(name) + " is no constant, as with a skip connection",
          "a bias that does not depend on the input");
    }
    sameType(node, rows, c);
    if (c.rank() == 2 && c.dim(0) != 1) {
      throw refusals.of(
          node,
          "its bias " + Refusals.shown(name) + c.shape() + " gives each row of the batch its own",
          "one for all rows, [" + out + "]");
    }
    int last = c.rank() == 0 ? 1 : c.dim(-1);
    if (c.rank() > 2 || (last != 1 && last != out)) {
      throw refusals.of(
          node,
          "its bias "
              + Refusals.shown(name)
              + c.shape()
              + " does not fit the weights "
              + Refusals.shown(w.name())
              + w.shape(),
          "[" + out + "]");
    }
    for (int j = 0; j < out && beta != 0; j++) {
      bias[j] = beta * c.values()[last == 1 ? 0 : j];
    }
    return bias;
  }
}
