package dev.burin.serve;

/** A sample that a predictor did not compute; nothing was written to the caller's arrays. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super("The predictor refused a sample: " + refusal.reason() + ".");
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
