package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of a graph. What it says about its width is believed once the first weights say the
 * same, as these are in the file.
 */
final class Input {

  /** A sample that is larger has no weights that would fit into one array. */
  private static final long MOST_WIDTH = 1 << 26;

  private static final int MOST_BATCH = 1 << 10;

  private final Refusals refusals;
  private final Rows rows;
  private final int batch;
  private final @Nullable Tensor first;
  private final int firstWidth;

  private Input(Refusals refusals, Rows rows, int batch, @Nullable Tensor first, int firstWidth) {
    this.refusals = refusals;
    this.rows = rows;
    this.batch = batch;
    this.first = first;
    this.firstWidth = firstWidth;
  }

  static Input of(Refusals refusals, Wiring wiring, Constants constants)
      throws MalformedFileException {
    OnnxValue value = wiring.input();
    String name = Refusals.shown(value.name());
    ElementType type = ElementType.of(value.type());
    if (!value.tensor() || type == null) {
      throw refusals.of("the input " + name + " is no tensor of numbers", "one");
    }
    Tensor first = null;
    int width = 0;
    for (OnnxNode node : wiring.live()) {
      boolean gemm = node.op().equals("Gemm");
      if (first == null && node.standard() && (gemm || node.op().equals("MatMul"))) {
        first = constants.evaluated(node) ? null : constants.get(node.input(1));
        boolean transposed = gemm && node.integer("transB", 0) != 0;
        width = first == null || first.rank() == 0 ? 0 : first.dim(transposed ? -1 : 0);
      }
    }
    List<Long> declared = value.dims();
    if (declared != null && declared.size() < 2) {
      throw refusals.of(
          "the input " + name + " has the shape " + value.shape(), "[batch, features]");
    }
    Rows rows = new Rows(value.name(), type, dims(refusals, value, first, width));
    long samples = declared == null ? 0 : Math.max(0, declared.getFirst());
    if (samples > MOST_BATCH) {
      throw refusals.of(
          "the input " + name + " has " + samples + " samples at once", "at most " + MOST_BATCH);
    }
    return new Input(refusals, rows, (int) samples, first, width);
  }

  /** The dimensions of one sample; one that has no number follows from the first weights. */
  private static int[] dims(Refusals refusals, OnnxValue value, @Nullable Tensor first, int width)
      throws MalformedFileException {
    if (value.dims() == null) {
      return new int[] {Math.max(1, width)};
    }
    List<Long> declared = value.dims().subList(1, value.dims().size());
    int[] dims = new int[declared.size()];
    long known = 1;
    int open = -1;
    for (int d = 0; d < dims.length; d++) {
      long dim = declared.get(d);
      if (dim > 0 && dim <= MOST_WIDTH && known * dim <= MOST_WIDTH) {
        dims[d] = (int) dim;
        known *= dim;
      } else if (dim < 1 && open < 0) {
        open = d;
      } else {
        known = 0;
        break;
      }
    }
    if (known == 0 || (open >= 0 && (width % known != 0 || width == 0))) {
      throw refusals.of(
          "the input "
              + Refusals.shown(value.name())
              + " has the shape "
              + value.shape()
              + (first == null
                  ? ""
                  : " and the first weights " + Refusals.shown(first.name()) + first.shape()),
          "numbers for the dimensions of a sample, or weights of two dimensions");
    }
    if (open >= 0) {
      dims[open] = (int) (width / known);
    }
    return dims;
  }

  /** The samples. */
  Rows rows() {
    return rows;
  }

  /** How many the graph takes at once, or 0 where it takes any number. */
  int batch() {
    return batch;
  }

  /** The numbers of a sample, as many as the first weights take. */
  int checkedWidth() throws MalformedFileException {
    if (first == null) {
      throw refusals.of("there is no dense layer, such as a Gemm, in it", "at least one");
    }
    if (firstWidth != rows.width()) {
      throw refusals.of(
          "the input "
              + Refusals.shown(rows.name())
              + " is declared as "
              + rows.shape()
              + ", but the first weights "
              + Refusals.shown(first.name())
              + first.shape()
              + " take "
              + firstWidth,
          "one of them");
    }
    return rows.width();
  }
}
