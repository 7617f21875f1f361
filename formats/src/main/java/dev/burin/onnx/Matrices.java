package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators that treat rows as wholes. */
final class Matrices {

  /** Since this version Softmax is over one axis; before, it flattened to two dimensions. */
  private static final int SOFTMAX_OF_ONE_AXIS = 13;

  private final Refusals refusals;
  private final int opset;

  Matrices(Refusals refusals, int opset) {
    this.refusals = refusals;
    this.opset = opset;
  }

  /** alpha A' B' + beta C. */
  Tensor gemm(OnnxNode node, Tensor a, Tensor b, @Nullable Tensor c) throws MalformedFileException {
    Tensor left = node.integer("transA", 0) != 0 ? transposed(a) : a;
    Tensor right = node.integer("transB", 0) != 0 ? transposed(b) : b;
    double alpha = node.number("alpha", 1);
    double beta = node.number("beta", 1);
    Tensor product = product(node, left, right);
    for (int i = 0; i < product.values().length; i++) {
      product.values()[i] *= alpha;
    }
    return c == null || beta == 0
        ? product
        : Broadcast.apply(product, c, (ab, shift) -> ab + beta * shift);
  }

  /** A product of matrices; a vector on the left is one row, on the right one column. */
  Tensor matMul(OnnxNode node, Tensor a, Tensor b) throws MalformedFileException {
    if (a.rank() == 2 && b.rank() == 2) {
      return product(node, a, b);
    }
    if (a.rank() > 2 && b.rank() == 2) {
      int in = a.dim(-1);
      Tensor rows = a.shaped(in == 0 ? 0 : a.values().length / in, in);
      int[] dims = a.dims().clone();
      dims[dims.length - 1] = b.dim(1);
      return product(node, rows, b).shaped(dims);
    }
    if (a.rank() >= 2 && b.rank() == 1) {
      Tensor column = matMul(node, a, b.shaped(b.dim(0), 1));
      return column.shaped(Arrays.copyOf(column.dims(), column.rank() - 1));
    }
    throw refusals.of(
        node, "its operands are " + a.shape() + " and " + b.shape(), "rows and a matrix");
  }

  private Tensor product(OnnxNode node, Tensor a, Tensor b) throws MalformedFileException {
    if (a.rank() != 2 || b.rank() != 2 || a.dim(1) != b.dim(0)) {
      throw refusals.of(
          node, "its operands are " + a + " and " + b, "two matrices that can be multiplied");
    }
    int n = a.dim(0);
    int in = a.dim(1);
    int out = b.dim(1);
    double[] values = new double[Math.multiplyExact(n, out)];
    for (int s = 0; s < n; s++) {
      for (int k = 0; k < in; k++) {
        double x = a.values()[s * in + k];
        for (int j = 0; j < out; j++) {
          values[s * out + j] += x * b.values()[k * out + j];
        }
      }
    }
    return a.with(new int[] {n, out}, values);
  }

  private static Tensor transposed(Tensor x) {
    int rows = x.dim(0);
    int columns = x.dim(1);
    double[] values = new double[x.values().length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[j * rows + i] = x.values()[i * columns + j];
      }
    }
    return x.with(new int[] {columns, rows}, values);
  }

  /** scale (x - mean) / sqrt(var + epsilon) + B, for each index of dimension 1. */
  Tensor batchNormalization(OnnxNode node, Tensor x, List<@Nullable Tensor> in)
      throws MalformedFileException {
    if (x.rank() < 2) {
      throw refusals.of(node, "its input has no dimension of features", "[batch, features]");
    }
    Normalization normal = Normalization.of(refusals, node, in);
    int features = x.dim(1);
    if (normal.scale().length != features) {
      throw refusals.of(
          node,
          "it has " + normal.scale().length + " factors for " + features + " features",
          "one for each");
    }
    int inner = Tensor.count(Arrays.copyOfRange(x.dims(), 2, x.rank()));
    double[] values = new double[x.values().length];
    for (int i = 0; i < values.length; i++) {
      int j = i / inner % features;
      values[i] = normal.scale()[j] * x.values()[i] + normal.shift()[j];
    }
    return x.with(x.dims(), values);
  }

  Tensor softmax(OnnxNode node, Tensor x) {
    int axis = Math.toIntExact(node.integer("axis", opset < SOFTMAX_OF_ONE_AXIS ? 1 : -1));
    axis = axis < 0 ? axis + x.rank() : axis;
    int from = axis;
    int to = opset < SOFTMAX_OF_ONE_AXIS ? x.rank() : axis + 1;
    int length = Tensor.count(Arrays.copyOfRange(x.dims(), from, to));
    int inner = Tensor.count(Arrays.copyOfRange(x.dims(), to, x.rank()));
    double[] values = new double[x.values().length];
    for (int first = 0; first < values.length; first++) {
      if (first / inner % length == 0) {
        softmax(x.values(), values, first, inner, length);
      }
    }
    return x.with(x.dims(), values);
  }

  private static void softmax(double[] z, double[] a, int first, int step, int length) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < length; j++) {
      greatest = Math.max(greatest, z[first + j * step]);
    }
    double sum = 0;
    for (int j = 0; j < length; j++) {
      int at = first + j * step;
      a[at] = StrictMath.exp(z[at] - greatest);
      sum += a[at];
    }
    for (int j = 0; j < length; j++) {
      a[first + j * step] /= sum;
    }
  }

  /** (x - offset) scale, of scikit-learn. */
  Tensor scaler(OnnxNode node, Tensor x) throws MalformedFileException {
    int features = x.rank() == 0 ? 1 : x.dim(-1);
    Normalization normal = Normalization.ofScaler(refusals, node, features);
    double[] values = new double[x.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = normal.scale()[i % features] * x.values()[i] + normal.shift()[i % features];
    }
    return new Tensor(x.name(), ElementType.FLOAT, x.dims(), values);
  }
}
