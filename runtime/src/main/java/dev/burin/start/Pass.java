package dev.burin.start;

/** The kinds of calls that run different kernels and are therefore compiled apart. */
public enum Pass {
  /** F1 and F2 for a single sample. */
  ONE("single samples"),
  /** F1 and F2 for several samples side by side. */
  MANY("batches"),
  /** F1 to B4, each with several samples. */
  TRAINING("training");

  private final String label;

  Pass(String label) {
    this.label = label;
  }

  /** The word for it in messages. */
  String label() {
    return label;
  }
}
