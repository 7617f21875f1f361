package dev.burin.network;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * By which two networks, or two declarations, are known to be the same: a SHA-256 (FIPS 180-4).
 *
 * <p>That of <b>parameters</b> is over their bytes, little-endian, of four (float) or eight
 * (double) each: layer after layer, the weights {@code [out][in]} row-major and then the biases. So
 * it depends neither on the padding nor on the machine, and the tensors of a weights file that
 * {@code WeightsFile} saved are these very bytes. -0 and 0 differ.
 *
 * <p>That of a <b>declaration</b> is over its text in UTF-8: the line of {@link
 * NetworkShape#toString()}, and for each layer a line feed and the line of {@link
 * LayerShape#toString()}.
 *
 * @param sha256 64 hexadecimal digits
 */
public record Fingerprint(String sha256) {

  private static final int SHOWN = 16;

  /** Checks the digits. */
  public Fingerprint {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A fingerprint has 64 hexadecimal digits, not \"" + sha256 + "\".");
    }
  }

  /**
   * That of the parameters of a network.
   *
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static Fingerprint of(NeuralNetwork network) {
    Objects.requireNonNull(network, "The network is null; give one.");
    int begun = network.beginReading();
    Fingerprint fingerprint = read(network);
    network.endReading(begun);
    return fingerprint;
  }

  /** That of the parameters as they are now, whoever writes them. */
  static Fingerprint read(NeuralNetwork network) {
    MessageDigest digest = digest();
    ParameterBytes bytes = new ParameterBytes(network);
    for (LayerLayout layer : network.layout().layers()) {
      bytes.weights(layer, digest::update);
      bytes.biases(layer, digest::update);
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  /** That of a declaration. */
  public static Fingerprint of(NetworkShape shape) {
    Objects.requireNonNull(shape, "The shape is null; give one.");
    StringBuilder text = new StringBuilder(shape.toString());
    for (LayerShape layer : shape.layers()) {
      text.append('\n').append(layer);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new Fingerprint(HexFormat.of().formatHex(digest().digest(bytes)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256, but this one says not.", e);
    }
  }

  /** The first 16 digits, which tell networks apart for people. */
  @Override
  public String toString() {
    return sha256.substring(0, SHOWN);
  }
}
