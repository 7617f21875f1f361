package dev.burin.serve;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the order in which they came: many threads add, the leader alone takes. A ring with a
 * place for each request that can be lent, so that there is always room.
 */
final class FloatQueue {

  private final AtomicReferenceArray<@Nullable FloatRequest> ring;
  private final int mask;
  private final AtomicLong tail = new AtomicLong();

  /** Written by the leader alone. */
  private volatile long head;

  FloatQueue(int capacity) {
    int places = Integer.highestOneBit(2 * capacity - 1);
    ring = new AtomicReferenceArray<>(places);
    mask = places - 1;
  }

  void add(FloatRequest request) {
    ring.set((int) tail.getAndIncrement() & mask, request);
  }

  /** The first request; null where there is none, or where its owner is about to add it. */
  @Nullable FloatRequest peek() {
    return ring.get((int) head & mask);
  }

  /** Takes the request that {@link #peek} gave, for the leader. */
  void removeFirst() {
    long at = head;
    ring.set((int) at & mask, null);
    head = at + 1;
  }
}
