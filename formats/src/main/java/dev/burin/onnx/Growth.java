package dev.burin.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many numbers a node makes of constants. Most make as many as they take; a few can stretch a
 * handful to millions, which a small file must not do.
 */
final class Growth {

  private Growth() {}

  /** At least the number of elements of the output, as far as shapes that fit tell it. */
  static double of(OnnxNode node, List<@Nullable Tensor> in) {
    return switch (node.op()) {
      case "Gather" -> gathered(in);
      case "Gemm", "MatMul" -> product(in);
      case "Concat" -> in.stream().mapToDouble(Growth::size).sum();
      default -> stretched(in);
    };
  }

  private static double size(@Nullable Tensor tensor) {
    return tensor == null ? 0 : tensor.values().length;
  }

  private static double gathered(List<@Nullable Tensor> in) {
    return in.size() < 2 ? 0 : size(in.get(0)) * Math.max(1, size(in.get(1)));
  }

  /** The products that are added, which are more than the sums. */
  private static double product(List<@Nullable Tensor> in) {
    Tensor a = in.isEmpty() ? null : in.get(0);
    Tensor b = in.size() < 2 ? null : in.get(1);
    if (a == null || b == null) {
      return 0;
    }
    int common = Math.max(1, Math.min(smallest(a), smallest(b)));
    return size(a) * size(b) / common;
  }

  private static int smallest(Tensor tensor) {
    int smallest = Integer.MAX_VALUE;
    for (int dim : tensor.dims()) {
      smallest = Math.min(smallest, dim);
    }
    return smallest;
  }

  /** The greatest of each dimension, counted from the last. */
  private static double stretched(List<@Nullable Tensor> in) {
    int rank = 0;
    for (Tensor tensor : in) {
      rank = tensor == null ? rank : Math.max(rank, tensor.rank());
    }
    double count = 1;
    for (int d = 1; d <= rank; d++) {
      int greatest = 0;
      for (Tensor tensor : in) {
        boolean has = tensor != null && tensor.rank() >= d;
        greatest = has && tensor != null ? Math.max(greatest, tensor.dim(-d)) : greatest;
      }
      count *= greatest;
    }
    return count;
  }
}
