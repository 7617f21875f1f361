package dev.burin.shape;

/** How the weights of a layer lie in the flat parameter array. */
public enum Storage {
  /**
   * {@code [panel][in][width]}: outputs, padded with zeros to whole vectors, are cut into panels of
   * {@link LayerLayout#panel()} neighbours; the last one takes what would not fill another. Outputs
   * are the lanes of every kernel.
   */
  PANELS,
  /**
   * {@code [out][in]}: dense rows. Chosen for a last layer of at most {@link LayerLayout#NARROW}
   * outputs, whose sums run along {@code in} in interleaved partial sums.
   */
  ROWS
}
