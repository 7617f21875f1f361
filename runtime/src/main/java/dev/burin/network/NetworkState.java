package dev.burin.network;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the weights of a network are set, and which thread has it to itself.
 *
 * <p>Readers take no lock: they look at one number before and after. It tells whether they may
 * begin, and whether somebody wrote meanwhile, since each claim that ends makes it another one.
 */
final class NetworkState implements Claim {

  private static final AtomicIntegerFieldUpdater<NetworkState> STATE =
      AtomicIntegerFieldUpdater.newUpdater(NetworkState.class, "state");

  /** The parameters were set. */
  private static final int SET = 1;

  /** A thread has the network to itself. */
  private static final int CLAIMED = 2;

  /** One claim that ended; the sum may run over. */
  private static final int TURN = 4;

  private final String name;
  private final BooleanSupplier filled;
  private volatile int state;

  /** Written by the claiming thread alone, so that a thread never takes itself for the owner. */
  private @Nullable Thread owner;

  private int depth;

  /** As visible to another thread as what is written into the array afterwards. */
  private boolean handedOut;

  /**
   * The state of a network whose weights are not set.
   *
   * @param name the network, as the subject of a sentence
   * @param filled whether a parameter is not 0: whoever writes into the live array tells nobody
   */
  NetworkState(String name, BooleanSupplier filled) {
    this.name = name;
    this.filled = filled;
  }

  /** Begins to read the parameters; the number is for {@link #endReading}. */
  int beginReading() {
    int now = state;
    return (now & (SET | CLAIMED)) == SET ? now : uncommonReading();
  }

  private int uncommonReading() {
    while (true) {
      int now = state;
      if ((now & CLAIMED) != 0 && !mine()) {
        throw busy();
      }
      if ((now & SET) != 0) {
        return now;
      }
      if (!isSet()) {
        throw unset();
      }
    }
  }

  /** Ends to read the parameters: what was read is of one piece. */
  void endReading(int begun) {
    // What was read must not be read after the number.
    VarHandle.acquireFence();
    if (state != begun) {
      uncommonEnd(begun);
    }
  }

  /** A claim of the reader itself makes no difference. */
  private void uncommonEnd(int begun) {
    if (!mine() || (state | CLAIMED) != (begun | CLAIMED)) {
      throw new IllegalStateException(
          name
              + " was trained or loaded while it was read, so that the result is of no use; let"
              + " one thread at a time train or load a network, and nobody use it meanwhile.");
    }
  }

  /** Whether the weights are set; what was written into the live array is found by looking. */
  boolean isSet() {
    int now = state;
    if ((now & SET) != 0) {
      return true;
    }
    // What another thread is writing is none yet.
    if (handedOut && ((now & CLAIMED) == 0 || mine()) && filled.getAsBoolean()) {
      set();
    }
    return (state & SET) != 0;
  }

  /** Somebody has the live array, and may write into it without a word. */
  void handOut() {
    handedOut = true;
  }

  /** Whether the weights were set in a way that told so. */
  boolean isMarked() {
    return (state & SET) != 0;
  }

  /** The weights are set from now on. */
  void set() {
    STATE.getAndUpdate(this, old -> old | SET);
  }

  /** The weights are not set any more. */
  void forget() {
    STATE.getAndUpdate(this, old -> old & ~SET);
  }

  /** Claims a network whose weights are set. */
  Claim claim() {
    claimUnset();
    if (!isSet()) {
      close();
      throw unset();
    }
    return this;
  }

  /** Claims a network whose weights may be about to be set. */
  Claim claimUnset() {
    if (!mine()) {
      take();
      owner = Thread.currentThread();
    }
    depth++;
    return this;
  }

  private void take() {
    int now;
    do {
      now = state;
      if ((now & CLAIMED) != 0) {
        throw busy();
      }
    } while (!STATE.compareAndSet(this, now, now | CLAIMED));
  }

  @Override
  public void close() {
    if (!mine()) {
      throw new IllegalStateException(
          name
              + " is not claimed by this thread; a claim is closed once, by the one that made it.");
    }
    depth--;
    if (depth == 0) {
      owner = null;
      STATE.getAndAdd(this, TURN - CLAIMED);
    }
  }

  private boolean mine() {
    return Thread.currentThread().equals(owner);
  }

  private IllegalStateException unset() {
    return new IllegalStateException(
        name
            + " has no weights yet, all of its parameters are 0; call initialize(seed), load a"
            + " weights file, or set them with parameter(at, value).");
  }

  private IllegalStateException busy() {
    Thread other = owner;
    return new IllegalStateException(
        name
            + " is being trained or written by "
            + (other == null ? "another thread" : "the thread \"" + other.getName() + "\"")
            + "; wait until that is done, or give each thread a network of its own.");
  }
}
