package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nodes that give each number of a sample a factor and a shift. */
final class AffineNodes {

  private final Refusals refusals;
  private final Constants constants;
  private final DenseNodes dense;

  AffineNodes(Refusals refusals, Constants constants, DenseNodes dense) {
    this.refusals = refusals;
    this.constants = constants;
    this.dense = dense;
  }

  /** What a node does to rows, or null if it is none of these. */
  @Nullable Normalization of(OnnxNode node, Rows rows) throws MalformedFileException {
    if (node.domain().equals(Versions.ML) && node.op().equals("Scaler")) {
      if (rows.dims().length != 1) {
        throw refusals.of(node, "its input has the shape " + rows.shape(), "[n,features]");
      }
      return Normalization.ofScaler(refusals, node, rows.width());
    }
    if (!node.standard()) {
      return null;
    }
    return switch (node.op()) {
      case "Add", "Sub", "Mul", "Div" -> binary(node, rows);
      case "Neg" -> new Normalization(all(rows, -1), all(rows, 0));
      case "BatchNormalization" -> batchNormalization(node, rows);
      default -> null;
    };
  }

  private @Nullable Normalization binary(OnnxNode node, Rows rows) throws MalformedFileException {
    boolean first = node.input(0).equals(rows.name());
    Tensor constant = constants.get(node.input(first ? 1 : 0));
    if (constant == null || node.inputs().size() != 2) {
      return null;
    }
    boolean divided = node.op().equals("Div");
    if (divided && !first) {
      return null;
    }
    dense.sameType(node, rows, constant);
    double[] c = stretched(node, rows, constant);
    double[] scale = all(rows, 1);
    double[] shift = all(rows, 0);
    for (int j = 0; j < c.length; j++) {
      switch (node.op()) {
        case "Add" -> shift[j] = c[j];
        case "Sub" -> {
          scale[j] = first ? 1 : -1;
          shift[j] = first ? -c[j] : c[j];
        }
        case "Mul" -> scale[j] = c[j];
        default -> scale[j] = 1 / c[j];
      }
    }
    for (double factor : scale) {
      if (!Double.isFinite(factor)) {
        throw refusals.of(
            node, Refusals.shown(constant.name()) + " has a number that is no factor", "others");
      }
    }
    return new Normalization(scale, shift);
  }

  private Normalization batchNormalization(OnnxNode node, Rows rows) throws MalformedFileException {
    if (!node.input(0).equals(rows.name()) || rows.dims().length == 0) {
      throw refusals.of(node, "its input has the shape " + rows.shape(), "[n,features]");
    }
    @Nullable Tensor[] in = new Tensor[5];
    for (int i = 1; i < 5; i++) {
      in[i] = constants.get(node.input(i));
    }
    Normalization each = Normalization.of(refusals, node, Arrays.asList(in));
    int features = rows.dims()[0];
    if (each.scale().length != features) {
      throw refusals.of(
          node,
          "it has " + each.scale().length + " factors for " + features + " features",
          "one for each");
    }
    int inner = rows.width() / features;
    double[] scale = new double[rows.width()];
    double[] shift = new double[scale.length];
    for (int j = 0; j < scale.length; j++) {
      scale[j] = each.scale()[j / inner];
      shift[j] = each.shift()[j / inner];
    }
    return new Normalization(scale, shift);
  }

  /** A constant as one number for each number of a sample. */
  private double[] stretched(OnnxNode node, Rows rows, Tensor constant)
      throws MalformedFileException {
    int[] dims = rows.dims();
    int extra = dims.length - constant.rank();
    boolean fits = extra >= -1 && (extra >= 0 || constant.dim(0) == 1);
    for (int d = Math.max(0, extra); fits && d < dims.length; d++) {
      int dim = constant.dims()[d - extra];
      fits = dim == 1 || dim == dims[d];
    }
    if (!fits) {
      throw refusals.of(
          node,
          "its constant "
              + Refusals.shown(constant.name())
              + constant.shape()
              + " does not fit "
              + Refusals.shown(rows.name())
              + rows.shape(),
          "one number for all, or one for each number of a sample");
    }
    double[] each = new double[rows.width()];
    for (int j = 0; j < each.length; j++) {
      int index = 0;
      int stride = 1;
      int rest = j;
      for (int d = dims.length - 1; d >= Math.max(0, extra); d--) {
        int dim = constant.dims()[d - extra];
        index += dim == 1 ? 0 : rest % dims[d] * stride;
        stride *= dim;
        rest /= dims[d];
      }
      each[j] = constant.values()[index];
    }
    return each;
  }

  private static double[] all(Rows rows, double value) {
    double[] all = new double[rows.width()];
    Arrays.fill(all, value);
    return all;
  }
}
