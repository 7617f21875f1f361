package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.NetworkShape;
import java.util.Locale;
import java.util.Objects;

/** Checks that data fit a network before anything is computed. */
final class Fit {

  static final String NO_NETWORK =
      "The network is null; pass a generated network, such as new XNetwork(1).";

  private Fit() {}

  static void check(NetworkShape shape, Samples data) {
    Objects.requireNonNull(data, "The data are null; pass a Dataset of features and targets.");
    if (data.size() == 0) {
      throw new IllegalArgumentException("The data hold no samples; at least 1 is needed.");
    }
    columns("features", data.inputs(), "inputs", shape.inputs());
    columns("targets", data.outputs(), "outputs", shape.outputs());
  }

  /** The length of a batch array. */
  static int elements(String what, int batch, int width) {
    long all = (long) batch * width;
    // Some JVMs refuse arrays within a few elements of the largest int.
    if (all > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A batch of %d samples has %d %s, more than one array holds; use smaller batches.",
              batch,
              all,
              what));
    }
    return (int) all;
  }

  private static void columns(String data, int columns, String network, int width) {
    if (columns != width) {
      String hint =
          columns == 1 && network.equals("outputs")
              ? "; Labels.oneHot(" + width + ") makes a column for each class"
              : "";
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The %s of the data have %d columns, but the network has %d %s%s.",
              data,
              columns,
              width,
              network,
              hint));
    }
  }
}
