package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import dev.burin.network.RawInputs;
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

  /** How the numbers lie in {@link #raw}; null where they are those of {@link #x}. */
  @Nullable InputType type;

  /** Room of its own, made when the first sample comes that is no array of numbers. */
  private @Nullable RawInputs raw;

  float[] out = NONE;
  int outAt;
  long deadline;
  @Nullable Refusal refusal;
  @Nullable Throwable failure;

  FloatRequest(int index) {
    this.index = index;
  }

  void fill(float[] x, int xAt) {
    this.x = x;
    this.xAt = xAt;
    this.type = null;
  }

  /** Copies a sample, as its memory may be none that another thread reads. */
  void fill(InputType type, Object from, long at, int inputs) {
    RawInputs room = raw;
    if (room == null) {
      room = new RawInputs(Double.BYTES * inputs);
      raw = room;
    }
    room.take(from, at, type.bytes() * inputs);
    this.type = type;
  }

  void queued(float[] out, int outAt, long deadline) {
    this.out = out;
    this.outAt = outAt;
    this.deadline = deadline;
    state.set(QUEUED);
  }

  /** Writes the inputs of the network from element at on. */
  void gather(FloatNetwork network, int inputs, float[] to, int at) {
    InputType of = type;
    RawInputs room = raw;
    if (of == null || room == null) {
      System.arraycopy(x, xAt, to, at, inputs);
    } else {
      room.decode(of, network, inputs, to, at);
    }
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
