package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lengths of one sample on its way through the layers, as far as the file says them. */
final class Dimensions {

  private static final long UNKNOWN = -1;

  private @Nullable List<Long> lengths;

  /** The fields with the lengths of a batch, in the versions of Keras. */
  private static final List<String> BATCHES = List.of("batch_shape", "batch_input_shape");

  /** Takes what a layer says about the inputs of the model, if it does and nothing was known. */
  void input(Layer layer) throws MalformedFileException {
    if (lengths != null) {
      return;
    }
    for (String field : BATCHES) {
      List<Long> batch = layer.lengths(field);
      if (batch != null && !batch.isEmpty()) {
        lengths = batch.subList(1, batch.size());
        return;
      }
    }
    List<Long> shape = layer.lengths(layer.kind().equals("InputLayer") ? "shape" : "input_shape");
    double width = layer.number("input_dim", UNKNOWN);
    if (shape != null) {
      lengths = shape;
    } else if (width > 0) {
      lengths = List.of((long) width);
    }
  }

  /** Sees to it that a sample is a row of numbers, of which a layer takes so many. */
  void requireRow(Layer layer, long width) throws MalformedFileException {
    List<Long> known = lengths;
    if (known == null) {
      return;
    }
    if (known.size() != 1) {
      throw layer.refused(
          "its inputs have the shape " + known + ", and it would take the last dimension alone",
          "a Flatten before it");
    }
    if (width != UNKNOWN && known.getFirst() != UNKNOWN && known.getFirst() != width) {
      throw layer.refused(
          "it has weights for " + width + " inputs, and gets " + known.getFirst(), "as many");
    }
  }

  /** Sees to it that a sample is a row of numbers, however many. */
  void requireRow(Layer layer) throws MalformedFileException {
    requireRow(layer, UNKNOWN);
  }

  /** A sample is a row of so many numbers from here on. */
  void row(long width) {
    lengths = List.of(width);
  }

  /** All numbers of a sample become one row, in their order. */
  void flatten(Layer layer) throws MalformedFileException {
    List<Long> known = lengths;
    boolean turned = Architecture.text(layer.config().get("data_format")).equals("channels_first");
    if (turned && (known == null || known.size() > 1)) {
      throw layer.refused(
          "its data_format is channels_first, which puts its inputs in another order",
          "channels_last");
    }
    lengths = known == null ? null : List.of(product(known));
  }

  /** The numbers of a sample get other lengths, in the same order. */
  void reshape(Layer layer) throws MalformedFileException {
    List<Long> target = layer.lengths("target_shape");
    List<Long> known = lengths;
    if (target == null) {
      throw layer.refused("it has no target_shape", "one");
    }
    lengths = target;
    // The one length that is left open follows from the others.
    if (target.size() == 1 && target.getFirst() == UNKNOWN && known != null) {
      lengths = List.of(product(known));
    }
  }

  private static long product(List<Long> lengths) {
    long product = 1;
    for (long length : lengths) {
      if (length < 0 || product > Integer.MAX_VALUE) {
        return UNKNOWN;
      }
      product *= length;
    }
    return product;
  }
}
