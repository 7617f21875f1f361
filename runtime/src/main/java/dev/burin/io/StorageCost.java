package dev.burin.io;

import dev.burin.network.Decision;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.util.Locale;
import java.util.Objects;

/**
 * What it costs to keep the weights of a network in a smaller type: the answers of the network and
 * of the one that is read again, side by side.
 *
 * @param type how weights are kept
 * @param samples how many samples were answered by both
 * @param bytes the size of the file
 * @param sameBytes the size of the file that rounds nothing
 * @param greatest the greatest difference of an output
 * @param mean the mean difference of the outputs
 * @param decisions how many samples are of another class; -1 for a network whose answers are none
 */
public record StorageCost(
    StorageType type,
    int samples,
    long bytes,
    long sameBytes,
    double greatest,
    double mean,
    int decisions) {

  /**
   * Measures.
   *
   * @param x {@code [n][in]}, row-major
   * @param n how many samples, at least 1
   * @throws IllegalArgumentException if x is too short
   * @throws IllegalStateException if the network has no weights, or one is infinite in the type
   */
  public static StorageCost of(Engraved<?> engraved, StorageType type, double[] x, int n) {
    Objects.requireNonNull(engraved, "The network is null; expected one with weights.");
    Objects.requireNonNull(type, "The type is null; expected SAME, F16, BF16 or INT8.");
    Objects.requireNonNull(x, "The samples are null; expected [n][in].");
    NeuralNetwork network = engraved.network();
    Writing writing = Writing.standard().storage(type);
    GoldenRows before = GoldenRows.answeredBy(network, x, n);
    GoldenRows after = GoldenRows.answeredBy(Stored.of(network, type).network(), x, n);
    double greatest = 0;
    double sum = 0;
    for (int i = 0; i < before.outputs().length; i++) {
      double difference = Math.abs(before.outputs()[i] - after.outputs()[i]);
      greatest = Math.max(greatest, difference);
      sum += difference;
    }
    return new StorageCost(
        type,
        n,
        WeightsFile.bytes(network, writing).length,
        WeightsFile.bytes(network).length,
        greatest,
        sum / before.outputs().length,
        changed(network, before, after));
  }

  private static int changed(NeuralNetwork network, GoldenRows before, GoldenRows after) {
    if (!network.shape().loss().fusesActivation()) {
      return -1;
    }
    int out = network.shape().outputs();
    int changed = 0;
    for (int row = 0; row < before.rows(); row++) {
      int then = Decision.of(before.outputs(), row * out, out);
      changed += then == Decision.of(after.outputs(), row * out, out) ? 0 : 1;
    }
    return changed;
  }

  /** One line, such as {@code BF16: 51 % of the bytes, ...}. */
  @Override
  public String toString() {
    String classes =
        decisions < 0
            ? ""
            : String.format(
                Locale.ROOT, ", %,d of %,d samples of another class", decisions, samples);
    return String.format(
        Locale.ROOT,
        "%s: %,d bytes (%.0f %%), outputs differ by %.1e at most and %.1e in the mean%s",
        type,
        bytes,
        100.0 * bytes / sameBytes,
        greatest,
        mean,
        classes);
  }
}
