package dev.burin.start;

import dev.burin.machine.Messages;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a JVM that drives kernels until they are compiled, whatever number of networks
 * there is, in the order in which they asked; those that somebody waits for come first.
 *
 * <p>It leaves a second to programs that are soon done, takes half of one processor while nobody
 * waits, and ends when nothing is left to be decided. Kernels that are to be tried again later wait
 * here too.
 */
final class WarmUp {

  static final WarmUp OF_JVM = new WarmUp();

  /** A day is for ever, and its nanoseconds fit into a long. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final long DELAY_NANOS = 1_000_000_000;

  private static final long LONGEST_PAUSE_NANOS = 100_000_000;

  /** A kind of call that waits for its turn, as long as a network of its class is alive. */
  private record Ask(WeakReference<ChangeOver> pass, long due) {
    Ask(ChangeOver pass, long due) {
      this(new WeakReference<>(pass), due);
    }
  }

  private final List<Ask> asks = new ArrayList<>();
  private final Set<Set<ChangeOver>> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable ChangeOver current;
  private boolean running;

  /** Asks for a pass to be warmed up, and returns at once. */
  synchronized void ask(ChangeOver pass) {
    if (!pass.begin()) {
      return;
    }
    if (pass != current && asks.stream().noneMatch(ask -> ask.pass().refersTo(pass))) {
      asks.add(new Ask(pass, System.nanoTime() + DELAY_NANOS));
    }
    launch();
  }

  /**
   * Asks for some passes and waits until they are decided, at most for a while. An interrupt ends
   * the waiting and stays set.
   */
  synchronized void await(Duration limit, List<ChangeOver> passes) {
    long end = System.nanoTime() + (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
    Set<ChangeOver> wanted = new HashSet<>();
    for (ChangeOver pass : passes) {
      ask(pass);
      if (pass.undecided()) {
        wanted.add(pass);
      }
    }
    awaited.add(wanted);
    notifyAll();
    while (running && !wanted.isEmpty()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    awaited.remove(wanted);
  }

  /** A machine with no thread to spare still gets its answers; the next to ask tries again. */
  private void launch() {
    if (running) {
      notifyAll();
      return;
    }
    try {
      Thread thread =
          Thread.ofPlatform()
              .name("burin-warm-up")
              .daemon()
              .inheritInheritableThreadLocals(false)
              .unstarted(this::work);
      // The classes of whoever asked first are not to live as long as this thread.
      thread.setContextClassLoader(null);
      thread.start();
      running = true;
    } catch (OutOfMemoryError e) {
      Messages.log("There is no thread to warm kernels up: " + e.getMessage());
    }
  }

  private void work() {
    boolean orderly = false;
    try {
      for (ChangeOver pass = next(); pass != null; pass = next()) {
        done(pass, pass.attempt(new Turn(pass)));
      }
      orderly = true;
    } finally {
      if (!orderly) {
        stop();
      }
    }
  }

  /** The next to ask starts another thread, and nobody waits for this one. */
  private synchronized void stop() {
    running = false;
    current = null;
    notifyAll();
  }

  /** The next pass to drive, once its time has come; null when there is none. */
  private synchronized @Nullable ChangeOver next() {
    while (true) {
      long now = System.nanoTime();
      long wait = Long.MAX_VALUE;
      @Nullable ChangeOver chosen = null;
      for (Iterator<Ask> each = asks.iterator(); each.hasNext(); ) {
        Ask ask = each.next();
        ChangeOver pass = ask.pass().get();
        if (pass == null || !pass.undecided()) {
          each.remove();
          awaited.forEach(wanted -> wanted.remove(pass));
        } else if (isAwaited(pass)) {
          chosen = pass;
          break;
        } else if (chosen == null && ask.due() - now <= 0) {
          chosen = pass;
        } else {
          wait = Math.min(wait, ask.due() - now);
        }
      }
      notifyAll();
      if (chosen != null) {
        ChangeOver found = chosen;
        asks.removeIf(ask -> ask.pass().refersTo(found));
        current = chosen;
        return chosen;
      }
      if (asks.isEmpty()) {
        running = false;
        return null;
      }
      try {
        wait(1 + wait / 1_000_000);
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread, which only looks once more.
      }
    }
  }

  /** A pass that was broken off comes back first, one that is tried again after a while last. */
  private synchronized void done(ChangeOver pass, long again) {
    current = null;
    if (again == ChangeOver.BROKEN_OFF) {
      asks.addFirst(new Ask(pass, System.nanoTime()));
      return;
    }
    if (again != ChangeOver.NEVER) {
      asks.add(new Ask(pass, System.nanoTime() + again));
    }
    awaited.forEach(wanted -> wanted.remove(pass));
    notifyAll();
  }

  private boolean isAwaited(ChangeOver pass) {
    return awaited.stream().anyMatch(wanted -> wanted.contains(pass));
  }

  private synchronized boolean isAnyAwaited() {
    return awaited.stream().anyMatch(wanted -> !wanted.isEmpty());
  }

  private synchronized boolean isAnotherAwaited(ChangeOver pass) {
    return !isAwaited(pass) && isAnyAwaited();
  }

  /** What one pass may take of the machine. */
  private final class Turn implements Race.Turn {
    private final ChangeOver pass;

    Turn(ChangeOver pass) {
      this.pass = pass;
    }

    @Override
    public void pause(long nanos) {
      if (!isAnyAwaited()) {
        LockSupport.parkNanos(Math.min(nanos, LONGEST_PAUSE_NANOS));
        Thread.interrupted();
      }
    }

    @Override
    public boolean isOver() {
      return isAnotherAwaited(pass);
    }
  }
}
