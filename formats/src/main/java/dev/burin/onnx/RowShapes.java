package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators that give rows another shape and leave their numbers in order. What would mix samples,
 * or change the order of numbers within one, is refused.
 */
final class RowShapes {

  private static final int AXES_AS_INPUT = 13;

  private final Refusals refusals;
  private final Constants constants;
  private final int opset;
  private final int batch;

  /** Whether the graph is made for one sample although its input says any number. */
  private boolean single;

  /**
   * Shapes of rows.
   *
   * @param batch the number of samples that the graph is made for, or 0 where it takes any
   */
  RowShapes(Refusals refusals, Constants constants, int opset, int batch) {
    this.refusals = refusals;
    this.constants = constants;
    this.opset = opset;
    this.batch = batch;
  }

  /** What Shape gives for rows, the number of samples being NaN where it is not known. */
  Tensor shape(OnnxNode node, Rows rows) {
    double[] values = new double[rows.dims().length + 1];
    values[0] = batch() == 0 ? Double.NaN : batch();
    for (int d = 0; d < rows.dims().length; d++) {
      values[d + 1] = rows.dims()[d];
    }
    int from = clamp(node.integer("start", 0), values.length);
    int to = Math.max(from, clamp(node.integer("end", values.length), values.length));
    return new Tensor(
        node.output(),
        ElementType.INT64,
        new int[] {to - from},
        Arrays.copyOfRange(values, from, to));
  }

  private static int clamp(long index, int length) {
    return (int) Math.max(0, Math.min(length, index < 0 ? index + length : index));
  }

  Rows flatten(OnnxNode node, Rows rows) throws MalformedFileException {
    int rank = rows.dims().length + 1;
    long axis = node.integer("axis", 1);
    axis = axis < 0 ? axis + rank : axis;
    axis = axis == 0 && oneRow() ? 1 : axis;
    boolean keeps = axis >= 1 && axis <= rank;
    for (int d = 0; keeps && d < axis - 1; d++) {
      keeps = rows.dims()[d] == 1;
    }
    if (!keeps) {
      throw refusals.of(
          node,
          "axis is " + node.integer("axis", 1) + " for " + rows.shape(),
          "axis 1, so that each sample stays a row");
    }
    return rows.shaped(node.output(), rows.width());
  }

  Rows reshape(OnnxNode node, Rows rows) throws MalformedFileException {
    Tensor shape = constants.get(node.input(1));
    if (shape == null || shape.rank() != 1) {
      throw refusals.of(
          node, "its shape " + Refusals.shown(node.input(1)) + " is no constant", "a constant");
    }
    double[] to = shape.values();
    boolean zeros = node.integer("allowzero", 0) != 0;
    int[] dims = new int[Math.max(0, to.length - 1)];
    long known = 1;
    int open = -1;
    for (int d = 0; d < dims.length; d++) {
      double dim = to[d + 1];
      if (dim == 0 && !zeros && d < rows.dims().length) {
        dim = rows.dims()[d];
      }
      if (dim == -1 && open < 0) {
        open = d;
      } else if (dim >= 1 && dim <= Integer.MAX_VALUE && known <= Integer.MAX_VALUE) {
        dims[d] = (int) dim;
        known *= dims[d];
      } else {
        throw mixes(node, rows, shape);
      }
    }
    int width = rows.width();
    if (open >= 0 && width % known == 0) {
      dims[open] = (int) (width / known);
      known = width;
    }
    if (to.length == 0 || known != width || !samples(to[0], zeros, open >= 0)) {
      throw mixes(node, rows, shape);
    }
    return rows.shaped(node.output(), dims);
  }

  /** Whether the first dimension of a new shape is that of the samples. */
  private boolean samples(double first, boolean zeros, boolean open) {
    return Double.isNaN(first)
        || (first == 0 && !zeros)
        || (first == -1 && !open)
        || (batch > 0 && first == batch)
        || (first == 1 && oneRow());
  }

  /** One row of everything is a row for each sample where there is one, and fails for more. */
  private boolean oneRow() {
    single |= batch == 0;
    return batch < 2;
  }

  /** The number of samples that the graph can take at once, or 0 where it takes any. */
  int batch() {
    return single ? 1 : batch;
  }

  private MalformedFileException mixes(OnnxNode node, Rows rows, Tensor shape) {
    return refusals.of(
        node,
        "it makes " + shown(shape) + " of " + rows.shape() + ", in which a sample is no row",
        "[-1," + rows.width() + "], which leaves each sample a row");
  }

  private static String shown(Tensor shape) {
    return Arrays.toString(shape.values()).replace(".0", "").replace(" ", "").replace("NaN", "n");
  }

  Rows squeeze(OnnxNode node, Rows rows) throws MalformedFileException {
    int rank = rows.dims().length + 1;
    int[] axes = axes(node);
    List<Integer> dims = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      int at = d;
      boolean named =
          axes == null
              ? (d > 0 && rows.dims()[d - 1] == 1) || (d == 0 && batch == 1)
              : Arrays.stream(axes).anyMatch(a -> (a < 0 ? a + rank : a) == at);
      if (named && (d == 0 || rows.dims()[d - 1] != 1)) {
        throw refusals.of(
            node, "it takes dimension " + d + " out of " + rows.shape(), "one of 1 in a sample");
      }
      if (!named && d > 0) {
        dims.add(rows.dims()[d - 1]);
      }
    }
    return rows.shaped(node.output(), dims.stream().mapToInt(Integer::intValue).toArray());
  }

  Rows unsqueeze(OnnxNode node, Rows rows) throws MalformedFileException {
    int[] axes = axes(node);
    if (axes == null || axes.length > 8) {
      throw refusals.of(node, "its axes are no constant", "constants");
    }
    int rank = rows.dims().length + 1 + axes.length;
    int[] dims = new int[rank - 1];
    int next = 0;
    for (int d = 0; d < rank; d++) {
      int at = d;
      boolean named = Arrays.stream(axes).anyMatch(a -> (a < 0 ? a + rank : a) == at);
      if ((d == 0 && named) || (!named && d > 0 && next >= rows.dims().length)) {
        throw refusals.of(
            node, "its axes do not fit " + rows.shape(), "new dimensions in a sample");
      }
      if (d > 0) {
        dims[d - 1] = named ? 1 : rows.dims()[next++];
      }
    }
    return rows.shaped(node.output(), dims);
  }

  /** The axes, or null where none are given. */
  private int @Nullable [] axes(OnnxNode node) throws MalformedFileException {
    if (opset < AXES_AS_INPUT) {
      long[] axes = node.integers("axes");
      return axes == null ? null : Arrays.stream(axes).mapToInt(a -> (int) a).toArray();
    }
    if (node.input(1).isEmpty()) {
      return null;
    }
    Tensor axes = constants.get(node.input(1));
    if (axes == null) {
      throw refusals.of(node, "its axes are no constant", "constants");
    }
    return axes.ints();
  }

  /** A Transpose that moves nothing but dimensions of 1. */
  Rows transpose(OnnxNode node, Rows rows) throws MalformedFileException {
    int rank = rows.dims().length + 1;
    int[] order;
    try {
      order = Shapes.permutation(node, rank);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw refusals.of(node, "perm does not fit " + rows.shape(), "an order of its dimensions");
    }
    boolean keeps = rank > 0 && order[0] == 0;
    int[] dims = new int[rank - 1];
    int before = 0;
    for (int d = 1; keeps && d < rank; d++) {
      dims[d - 1] = rows.dims()[order[d] - 1];
      if (dims[d - 1] != 1) {
        keeps = order[d] > before;
        before = order[d];
      }
    }
    if (!keeps) {
      throw refusals.of(
          node,
          "it changes the order of the numbers of " + rows.shape(),
          "values that stay in their order; only constants may be transposed");
    }
    return rows.shaped(node.output(), dims);
  }
}
