package dev.burin.checks.fuzz;

import java.io.IOException;
import java.util.Optional;

/** One thread of a blind run, with a reader and damage of its own. */
final class BlindWorker implements Runnable {

  private final Watch watch;
  private final Mutation mutation;
  private final long runs;
  private volatile byte[] bytes = {};
  private volatile long done;
  private volatile long read;
  private volatile Optional<Throwable> failure = Optional.empty();
  private byte[] seen = {};
  private long since;

  BlindWorker(FuzzTarget target, Mutation mutation, long runs) throws IOException {
    this.watch = new Watch(target);
    this.mutation = mutation;
    this.runs = runs;
  }

  @Override
  public void run() {
    long accepted = 0;
    try {
      for (long run = 0; run < runs; run++) {
        bytes = mutation.next();
        accepted += watch.read(bytes) ? 1 : 0;
        read = accepted;
        done = run + 1;
      }
    } catch (Error | RuntimeException | IOException e) {
      failure = Optional.of(e);
    }
  }

  /**
   * Whether the file of the last look is still read after so long.
   *
   * @param time the processor time of this thread
   */
  boolean looksHung(long time, long most) {
    if (bytes != seen) {
      seen = bytes;
      since = time;
    }
    return time - since > most;
  }

  /** The file that is read now, or that failed. */
  byte[] bytes() {
    return bytes;
  }

  /** What came out of it. */
  Optional<Throwable> failure() {
    return failure;
  }

  /** How many files there were. */
  long done() {
    return done;
  }

  /** How many of them were read. */
  long read() {
    return read;
  }
}
