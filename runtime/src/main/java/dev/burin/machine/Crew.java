package dev.burin.machine;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parts of a piece of work on the caller and on whatever threads an executor has to spare,
 * for the rooms of the runtime and not for users. Nothing is allocated after construction.
 *
 * <p>Parts are claimed one by one, by the caller too, which waits for those alone that another
 * thread is computing at that moment. So it never depends on the executor: one that is busy, is
 * shut down or has no threads leaves more parts to the caller.
 */
public final class Crew {

  /** One part of a piece of work. */
  @FunctionalInterface
  public interface Work {

    /** Does part {@code part}, counted from 0, of {@code parts}. */
    void run(int part, int parts);
  }

  /** The most threads of a crew; a network has the reason. */
  public static final int MOST_THREADS = 1024;

  /** Two such fields of {@link #claims} count parts; they hold {@link #MOST_PARTS}. */
  private static final int PART_BITS = 16;

  private static final int MOST_PARTS = (1 << PART_BITS) - 1;

  private static final int RUN_SHIFT = 2 * PART_BITS;

  /** Parts are of one length, so that the last is soon done; some 20 us, less than waking up. */
  private static final int SPINS = 500;

  /** Tests of the bits share the smallest work, by {@code -Dburin.share=always}. */
  private static final boolean ALWAYS = "always".equals(System.getProperty("burin.share"));

  private static final Work NOTHING = (part, parts) -> {};

  private final int threads;
  private final Executor executor;
  private final Helper[] helpers;

  /**
   * From the highest bits on: the number of the run, its parts, and the next part that nobody has
   * claimed. A helper that comes too late finds no part, and one that slept while the run changed
   * fails to claim.
   */
  private final AtomicLong claims;

  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile @Nullable Thread waiting;
  private Work work = NOTHING;

  /**
   * A crew of the caller and threads of an executor.
   *
   * @throws IllegalArgumentException if there are less than 1 or too many threads
   */
  public Crew(int threads, Executor executor) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The number of threads is %d; give 1 to %d.", threads, MOST_THREADS));
    }
    this.threads = threads;
    this.executor =
        Objects.requireNonNull(
            executor, "The executor is null; give one, or none for the common pool.");
    this.claims = new AtomicLong();
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(this);
    }
  }

  /** Does a piece of work in as many parts as there are threads. */
  public void run(Work work) {
    run(work, threads);
  }

  /**
   * How many of the threads a piece of work is worth, the caller among them.
   *
   * @param multiplyAdds of all of it
   * @param least the multiply-adds for each thread from which on it pays to wake one
   */
  public int worth(long multiplyAdds, long least) {
    return ALWAYS ? threads : worth(multiplyAdds, least, threads);
  }

  static int worth(long multiplyAdds, long least, int threads) {
    return Math.clamp(multiplyAdds / least, 1, threads);
  }

  /**
   * Does a piece of work: returns when every part is done, or throws what one threw first. One part
   * alone is done by the caller, and nobody is called.
   *
   * @param parts 1 to 65,535
   */
  public void run(Work work, int parts) {
    if (parts == 1 || threads == 1) {
      for (int part = 0; part < parts; part++) {
        work.run(part, parts);
      }
      return;
    }
    this.work = work;
    failure.set(null);
    unfinished.set(parts);
    claims.set(((claims.get() >>> RUN_SHIFT) + 1) << RUN_SHIFT | (long) parts << PART_BITS);
    for (int i = 0; i < Math.min(helpers.length, parts - 1); i++) {
      call(helpers[i]);
    }
    runParts();
    awaitOthers();
    this.work = NOTHING;
    for (int i = helpers.length - 1; i >= 0; i--) {
      recall(helpers[i]);
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      Crew.<RuntimeException>raise(thrown);
    }
  }

  /** A helper that still waits for a thread is not called twice. */
  private void call(Helper helper) {
    if (!helper.called.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(helper);
    } catch (RejectedExecutionException e) {
      helper.called.set(false);
    } catch (OutOfMemoryError e) {
      // No thread could be made. The helper may lie in a queue nevertheless: it is left at that.
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /** A common pool without threads would keep for ever what it was given. */
  private static void recall(Helper helper) {
    if (helper.called.get() && helper.tryUnfork()) {
      helper.called.set(false);
    }
  }

  private void runParts() {
    for (long now = claims.get(); part(now) < parts(now); now = claims.get()) {
      if (claims.compareAndSet(now, now + 1)) {
        runPart(part(now), parts(now));
      }
    }
  }

  private static int part(long claims) {
    return (int) claims & MOST_PARTS;
  }

  private static int parts(long claims) {
    return (int) (claims >>> PART_BITS) & MOST_PARTS;
  }

  /** Whatever happens, the part counts as finished, which needs no memory. */
  private void runPart(int part, int parts) {
    try {
      work.run(part, parts);
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    } finally {
      if (unfinished.decrementAndGet() == 0) {
        LockSupport.unpark(waiting);
      }
    }
  }

  private void awaitOthers() {
    for (int spin = 0; unfinished.get() != 0 && spin < SPINS; spin++) {
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    if (unfinished.get() != 0) {
      waiting = Thread.currentThread();
      while (unfinished.get() != 0) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      waiting = null;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings({"unchecked", "DoNotCallSuggester"})
  static <E extends Throwable> void raise(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** The first row of a part. */
  public static int bound(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }

  /**
   * What executors are given, again and again: a fork-join task, as others would be wrapped in a
   * new one, that never counts as done.
   */
  private static final class Helper extends ForkJoinTask<@Nullable Void> implements Runnable {
    private static final long serialVersionUID = 1L;

    private final transient Crew crew;
    private final transient AtomicBoolean called = new AtomicBoolean();

    Helper(Crew crew) {
      this.crew = crew;
    }

    @Override
    public void run() {
      called.set(false);
      crew.runParts();
    }

    @Override
    protected boolean exec() {
      run();
      return false;
    }

    @Override
    public @Nullable Void getRawResult() {
      return null;
    }

    @Override
    protected void setRawResult(@Nullable Void value) {}
  }
}
