package dev.burin.processor.model;

import dev.burin.Layout;

/**
 * A weights file that was proved to have weights for a network.
 *
 * @param resource its name, as {@code Class.getResourceAsStream} takes it
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits
 * @param layout which way round weights lie
 */
public record WeightsModel(String resource, String sha256, Layout layout) {

  /**
   * Checks the digits.
   *
   * @throws IllegalArgumentException if the name is empty or the digits are none of a SHA-256
   */
  public WeightsModel {
    if (resource.isEmpty() || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No resource with a SHA-256: " + resource + ", " + sha256);
    }
  }

  /** The name without a slash before it. */
  public String name() {
    return resource.startsWith("/") ? resource.substring(1) : resource;
  }

  @Override
  public String toString() {
    return "weights of " + resource + ", " + layout + ", SHA-256 " + sha256;
  }
}
