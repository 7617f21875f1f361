package dev.burin.train;

/** What a {@link Callback} wants of a training. */
public enum Verdict {
  /** Go on. */
  GO_ON,
  /** Stop, with the parameters as they are. */
  STOP,
  /** Stop, and go back to the best parameters; see {@link Training#exchange()}. */
  STOP_WITH_BEST
}
