package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators that change shapes, or choose elements, and compute nothing. */
final class Shapes {

  /** Since this version, axes are an input and no attribute. */
  private static final int AXES_AS_INPUT = 13;

  private final Refusals refusals;
  private final int opset;

  Shapes(Refusals refusals, int opset) {
    this.refusals = refusals;
    this.opset = opset;
  }

  Tensor shape(OnnxNode node, Tensor x) {
    int from = clamp(node.integer("start", 0), x.rank());
    int to = clamp(node.integer("end", x.rank()), x.rank());
    double[] values = new double[Math.max(0, to - from)];
    for (int i = 0; i < values.length; i++) {
      values[i] = x.dims()[from + i];
    }
    return new Tensor(x.name(), ElementType.INT64, new int[] {values.length}, values);
  }

  Tensor reshape(OnnxNode node, Tensor x, Tensor shape) {
    int[] dims = shape.ints();
    boolean zeros = node.integer("allowzero", 0) != 0;
    int known = 1;
    int open = -1;
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == 0 && !zeros) {
        dims[i] = x.dims()[i];
      }
      if (dims[i] == -1) {
        open = i;
      } else {
        known = Math.multiplyExact(known, dims[i]);
      }
    }
    if (open >= 0) {
      dims[open] = x.values().length / known;
    }
    return x.shaped(dims);
  }

  Tensor flatten(OnnxNode node, Tensor x) {
    int axis = Math.toIntExact(node.integer("axis", 1));
    axis = axis < 0 ? axis + x.rank() : axis;
    int rows = Tensor.count(Arrays.copyOf(x.dims(), axis));
    int columns = Tensor.count(Arrays.copyOfRange(x.dims(), axis, x.rank()));
    return x.shaped(rows, columns);
  }

  Tensor squeeze(OnnxNode node, Tensor x, @Nullable Tensor axesInput) {
    int[] axes = axes(node, axesInput);
    List<Integer> dims = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      int at = i;
      boolean named =
          axes == null
              ? x.dims()[i] == 1
              : Arrays.stream(axes).anyMatch(axis -> at(axis, x.rank()) == at);
      if (named && x.dims()[i] != 1) {
        throw new IllegalArgumentException("Squeeze of a dimension of " + x.dims()[i]);
      }
      if (!named) {
        dims.add(x.dims()[i]);
      }
    }
    return x.shaped(ints(dims));
  }

  Tensor unsqueeze(OnnxNode node, Tensor x, @Nullable Tensor axesInput)
      throws MalformedFileException {
    int[] axes = axes(node, axesInput);
    if (axes == null) {
      throw refusals.of(node, "it has no axes", "where to insert dimensions");
    }
    int rank = x.rank() + axes.length;
    int next = 0;
    int[] dims = new int[rank];
    for (int i = 0; i < rank; i++) {
      int at = i;
      boolean named = Arrays.stream(axes).anyMatch(axis -> at(axis, rank) == at);
      dims[i] = named ? 1 : x.dims()[next++];
    }
    return x.shaped(dims);
  }

  /** The axes, or null where none are given. */
  int @Nullable [] axes(OnnxNode node, @Nullable Tensor input) {
    if (opset >= AXES_AS_INPUT) {
      return input == null ? null : input.ints();
    }
    long[] axes = node.integers("axes");
    return axes == null ? null : Arrays.stream(axes).mapToInt(Math::toIntExact).toArray();
  }

  Tensor transpose(OnnxNode node, Tensor x) {
    int[] perm = permutation(node, x.rank());
    int[] dims = new int[perm.length];
    int[] strides = new int[perm.length];
    for (int d = 0; d < perm.length; d++) {
      dims[d] = x.dims()[perm[d]];
      strides[d] = Tensor.count(Arrays.copyOfRange(x.dims(), perm[d] + 1, x.rank()));
    }
    double[] values = new double[x.values().length];
    int[] at = new int[perm.length];
    int from = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = x.values()[from];
      for (int d = perm.length - 1; d >= 0; d--) {
        from += strides[d];
        if (++at[d] < dims[d]) {
          break;
        }
        from -= strides[d] * dims[d];
        at[d] = 0;
      }
    }
    return x.with(dims, values);
  }

  /** Which dimension of its input each dimension of a Transpose is. */
  static int[] permutation(OnnxNode node, int rank) {
    long[] perm = node.integers("perm");
    int[] order = new int[rank];
    boolean[] seen = new boolean[rank];
    if (perm != null && perm.length != rank) {
      throw new IllegalArgumentException("perm has " + perm.length + " numbers.");
    }
    for (int d = 0; d < rank; d++) {
      order[d] = perm == null ? rank - 1 - d : at(Math.toIntExact(perm[d]), rank);
      if (seen[order[d]]) {
        throw new IllegalArgumentException("perm names a dimension twice.");
      }
      seen[order[d]] = true;
    }
    return order;
  }

  Tensor concat(OnnxNode node, List<@Nullable Tensor> in) throws MalformedFileException {
    List<Tensor> parts = new ArrayList<>();
    for (Tensor tensor : in) {
      if (tensor != null) {
        parts.add(tensor);
      }
    }
    Tensor first = parts.getFirst();
    int axis = at(Math.toIntExact(node.integer("axis", 0)), first.rank());
    int[] dims = first.dims().clone();
    dims[axis] = 0;
    for (Tensor part : parts) {
      dims[axis] = Math.addExact(dims[axis], part.dims()[axis]);
    }
    double[] values = new double[Tensor.count(dims)];
    int outer = Tensor.count(Arrays.copyOf(dims, axis));
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (Tensor part : parts) {
        int length = part.values().length / outer;
        System.arraycopy(part.values(), o * length, values, at, length);
        at += length;
      }
    }
    if (at != values.length) {
      throw refusals.of(node, "its inputs have different shapes", "equal ones but for the axis");
    }
    return first.with(dims, values);
  }

  Tensor gather(OnnxNode node, Tensor x, Tensor indices) {
    int axis = at(Math.toIntExact(node.integer("axis", 0)), x.rank());
    int[] before = Arrays.copyOf(x.dims(), axis);
    int[] after = Arrays.copyOfRange(x.dims(), axis + 1, x.rank());
    int inner = Tensor.count(after);
    int[] chosen = indices.ints();
    double[] values =
        new double
            [Math.multiplyExact(Math.multiplyExact(Tensor.count(before), inner), chosen.length)];
    int to = 0;
    for (int o = 0; o < Tensor.count(before); o++) {
      for (int index : chosen) {
        int from = (o * x.dims()[axis] + at(index, x.dims()[axis])) * inner;
        System.arraycopy(x.values(), from, values, to, inner);
        to += inner;
      }
    }
    List<Integer> dims = new ArrayList<>();
    Arrays.stream(before).forEach(dims::add);
    Arrays.stream(indices.dims()).forEach(dims::add);
    Arrays.stream(after).forEach(dims::add);
    return x.with(ints(dims), values);
  }

  /** Slice of one dimension or more, with inputs since version 10 and attributes before it. */
  Tensor slice(OnnxNode node, Tensor x, List<@Nullable Tensor> in) throws MalformedFileException {
    int[] starts = numbers(node, in, 1, "starts");
    int[] ends = numbers(node, in, 2, "ends");
    int[] axes = numbers(node, in, 3, "axes");
    int[] steps = numbers(node, in, 4, "steps");
    if (starts == null || ends == null) {
      throw refusals.of(node, "it has no starts or no ends", "both");
    }
    Tensor result = x;
    for (int i = 0; i < starts.length; i++) {
      int axis = axes == null ? i : axes[i];
      int step = steps == null ? 1 : steps[i];
      if (step < 1) {
        throw refusals.of(node, "its step is " + step, "1 or more");
      }
      result = slice(result, at(axis, x.rank()), starts[i], ends[i], step);
    }
    return result;
  }

  private static Tensor slice(Tensor x, int axis, int start, int end, int step) {
    int dim = x.dims()[axis];
    int from = clamp(start, dim);
    int to = clamp(end, dim);
    int count = to > from ? (to - from - 1) / step + 1 : 0;
    int inner = Tensor.count(Arrays.copyOfRange(x.dims(), axis + 1, x.rank()));
    int outer = Tensor.count(Arrays.copyOf(x.dims(), axis));
    int[] dims = x.dims().clone();
    dims[axis] = count;
    double[] values = new double[Tensor.count(dims)];
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(x.values(), (o * dim + from + i * step) * inner, values, at, inner);
        at += inner;
      }
    }
    return x.with(dims, values);
  }

  private int @Nullable [] numbers(
      OnnxNode node, List<@Nullable Tensor> in, int i, String attribute) {
    if (opset >= 10) {
      Tensor input = i < in.size() ? in.get(i) : null;
      return input == null ? null : input.ints();
    }
    long[] numbers = node.integers(attribute);
    if (numbers == null) {
      return null;
    }
    return Arrays.stream(numbers)
        .mapToInt(n -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, n)))
        .toArray();
  }

  private static int clamp(long index, int length) {
    long at = index < 0 ? index + length : index;
    return (int) Math.max(0, Math.min(length, at));
  }

  /** An index that counts from the end where it is negative. */
  private static int at(int index, int length) {
    int at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw new IllegalArgumentException("There is no " + index + " of " + length + ".");
    }
    return at;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
