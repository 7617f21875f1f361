package dev.burin.serve;

/**
 * What came of an attempt to serve other weights.
 *
 * @param accepted whether they are served now; if not, the ones before still are
 * @param text what was accepted, by its fingerprint, or why it was refused, in one sentence
 */
public record Swap(boolean accepted, String text) {

  /** One line. */
  @Override
  public String toString() {
    return (accepted ? "accepted: " : "refused: ") + text;
  }
}
