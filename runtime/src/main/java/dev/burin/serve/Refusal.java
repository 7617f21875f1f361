package dev.burin.serve;

/** Why a sample was not computed. */
public enum Refusal {
  /** As many samples wait as the predictor was given room for. */
  FULL("as many samples wait as it has room for; try again later, or give it a larger capacity"),

  /** The time that the caller gave was over before anybody began to compute. */
  LATE("the time that was given was over before its turn; give more, or ask fewer at a time"),

  /** The calling thread was interrupted before anybody began to compute; it still is. */
  INTERRUPTED("the calling thread was interrupted while it waited"),

  /** The predictor is closed. */
  CLOSED("it is closed; make another one");

  private final String reason;

  Refusal(String reason) {
    this.reason = reason;
  }

  /** What happened and what to do, to follow "because". */
  String reason() {
    return reason;
  }
}
