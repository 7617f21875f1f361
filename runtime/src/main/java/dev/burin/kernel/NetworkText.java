package dev.burin.kernel;

import java.util.Locale;

/** How networks are told of. */
final class NetworkText {

  private NetworkText() {}

  /** The name, where there is one, and the widths. */
  static String title(String name, NetworkShape shape) {
    return name.isEmpty() ? shape.widths() : name + " " + shape.widths();
  }

  /** One line for people; what another thread writes meanwhile is told of as it is. */
  static String of(String name, NeuralNetwork network) {
    return String.format(
        Locale.ROOT,
        "%s%s, %,d parameters %s, path %s",
        name.isEmpty() ? "" : name + ": ",
        network.shape(),
        network.shape().parameters(),
        network.hasWeights() ? "set, fingerprint " + Fingerprint.read(network) : "not set yet",
        network.path());
  }
}
