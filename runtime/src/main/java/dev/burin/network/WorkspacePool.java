package dev.burin.network;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends workspaces to calls, so that a call allocates nothing once enough of them exist.
 *
 * <p>A thread looks first at the slot of its own number and then at the others; a new workspace is
 * made only when all slots are empty. A thread-local would hold one for every virtual thread that
 * ever called.
 */
final class WorkspacePool<W> {

  /** More than the threads that can be inside a call at once on common servers; a power of two. */
  private static final int SLOTS = 128;

  private final AtomicReferenceArray<@Nullable W> slots = new AtomicReferenceArray<>(SLOTS);

  /** One that lies here, or null. */
  @Nullable W acquire() {
    int home = home();
    for (int i = 0; i < SLOTS; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (slots.get(slot) != null) {
        W taken = slots.getAndSet(slot, null);
        if (taken != null) {
          return taken;
        }
      }
    }
    return null;
  }

  void release(W workspace) {
    int home = home();
    for (int i = 0; i < SLOTS; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (slots.get(slot) == null && slots.compareAndSet(slot, null, workspace)) {
        return;
      }
    }
  }

  private static int home() {
    return (int) Thread.currentThread().threadId() & (SLOTS - 1);
  }
}
