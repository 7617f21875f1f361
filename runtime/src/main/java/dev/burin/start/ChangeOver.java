package dev.burin.start;

import dev.burin.machine.Readiness;
import java.time.Duration;

/** Whether one kind of call runs on kernels yet; asking costs one read of a volatile field. */
public final class ChangeOver {

  /** What {@link #attempt} gives when there is nothing to try again. */
  static final long NEVER = -1;

  /** What {@link #attempt} gives when somebody else was in a hurry. */
  static final long BROKEN_OFF = 0;

  private static final long LONGEST_PAUSE_NANOS = Duration.ofDays(1).toNanos();

  /** More would not fit into a long. */
  private static final int MOST_DOUBLINGS = 16;

  private final ColdStart start;
  private final Pass pass;
  private volatile Readiness readiness;
  private volatile boolean kernels;
  private int failures;

  ChangeOver(ColdStart start, Pass pass, Readiness first) {
    this.start = start;
    this.pass = pass;
    this.readiness = first;
    this.kernels = first.kernels();
  }

  /** Whether a call that begins now runs on kernels; the first question starts the warm-up. */
  public boolean kernels() {
    if (kernels) {
      return true;
    }
    if (readiness == Readiness.COLD) {
      start.ask(this);
    }
    return false;
  }

  Pass pass() {
    return pass;
  }

  public Readiness readiness() {
    return readiness;
  }

  /** Whether a trial may still change something. */
  boolean undecided() {
    return switch (readiness) {
      case COLD, WARMING, UNPROVEN, SLOW, UNTRIED -> true;
      case PLAIN, READY, FAILED, REFUSED -> false;
    };
  }

  /** Notes that the warm-up was asked for; false when there is nothing to decide. */
  synchronized boolean begin() {
    if (readiness == Readiness.COLD) {
      decide(Readiness.WARMING);
    }
    return undecided();
  }

  /** What a self-test refused in the meantime stays refused. */
  synchronized void decide(Readiness decision) {
    if (readiness != Readiness.REFUSED) {
      readiness = decision;
      kernels = decision.kernels();
    }
  }

  private long pause() {
    return Math.min(
        start.pauseNanos() << Math.min(failures++, MOST_DOUBLINGS), LONGEST_PAUSE_NANOS);
  }

  /**
   * Tries the kernels once and decides.
   *
   * @return the nanoseconds after which to try again, each time twice as many
   */
  long attempt(Race.Turn turn) {
    Readiness found = start.attempt(this, failures, turn);
    return switch (found) {
      case SLOW, UNTRIED -> pause();
      case WARMING -> BROKEN_OFF;
      case COLD, UNPROVEN, PLAIN, READY, FAILED, REFUSED -> NEVER;
    };
  }
}
