package dev.burin.train;

/** Why a training is over. */
public enum Ending {
  /** It is not: the history was asked for in between. */
  NOT_YET("still running"),
  /** All updates were made. */
  COMPLETE("complete"),
  /** A {@link Callback} wanted it. */
  CALLBACK("stopped by a callback"),
  /** {@link EarlyStopping} wanted it. */
  PATIENCE("stopped early"),
  /** The time of the run was up. */
  TIME_LIMIT("stopped by the time limit"),
  /** As many updates were made as one run may make. */
  UPDATE_LIMIT("stopped by the update limit"),
  /** An exception broke it off. */
  EXCEPTION("broken off by an exception");

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
