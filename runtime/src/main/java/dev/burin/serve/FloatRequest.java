package dev.burin.serve;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A sample that waits: where it lies, where its outputs go, and who waits for them. */
final class FloatRequest {

  /** Nobody has begun to compute it. */
  static final int QUEUED = 0;

  /** A leader computes it, or is about to: its owner can only wait. */
  static final int TAKEN = 1;

  /** Its outputs are written, or it was refused or failed. */
  static final int DONE = 2;

  /** Its owner has left; the leader that meets it gives it back. */
  static final int WITHDRAWN = 3;

  /** The time that never comes. */
  static final long NO_DEADLINE = Long.MAX_VALUE;

  private static final float[] NONE = {};

  final int index;
  final AtomicInteger state = new AtomicInteger();

  /** Written by the owner alone, around its sleep. */
  volatile @Nullable Thread waiting;

  float[] x = NONE;
  int xAt;
  float[] out = NONE;
  int outAt;
  long deadline;
  @Nullable Refusal refusal;
  @Nullable Throwable failure;

  FloatRequest(int index) {
    this.index = index;
  }

  void fill(float[] x, int xAt, float[] out, int outAt, long deadline) {
    this.x = x;
    this.xAt = xAt;
    this.out = out;
    this.outAt = outAt;
    this.deadline = deadline;
    state.set(QUEUED);
  }

  /** The arrays belong to callers, who may live shorter. */
  void clear() {
    x = NONE;
    out = NONE;
    refusal = null;
    failure = null;
  }

  /** Whether the time is over; deadlines are points of {@link System#nanoTime}. */
  boolean late() {
    return deadline != NO_DEADLINE && System.nanoTime() - deadline >= 0;
  }
}
