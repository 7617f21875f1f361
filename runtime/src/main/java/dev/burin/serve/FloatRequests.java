package dev.burin.serve;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The requests that may wait at the same time, lent one by one without a lock: a stack of those
 * that are free. Its top carries a number that grows with each change, so that a thread that slept
 * never takes a top for the one that it saw.
 */
final class FloatRequests {

  private static final long INDEX_MASK = 0xffff_ffffL;

  private final FloatRequest[] requests;

  /** For each request, the one under it plus 1; 0 at the bottom. */
  private final AtomicIntegerArray under;

  /** The number of the change in the high half, the index of the top plus 1 in the low one. */
  private final AtomicLong top = new AtomicLong();

  private final AtomicInteger lent = new AtomicInteger();

  FloatRequests(int capacity) {
    requests = new FloatRequest[capacity];
    under = new AtomicIntegerArray(capacity);
    for (int i = 0; i < capacity; i++) {
      requests[i] = new FloatRequest(i);
      push(i);
    }
  }

  /** One that is free, or null where all of them wait. */
  @Nullable FloatRequest acquire() {
    while (true) {
      long now = top.get();
      int index = (int) (now & INDEX_MASK) - 1;
      if (index < 0) {
        return null;
      }
      if (top.compareAndSet(now, next(now, under.get(index)))) {
        lent.incrementAndGet();
        return requests[index];
      }
    }
  }

  void release(FloatRequest request) {
    request.clear();
    lent.decrementAndGet();
    push(request.index);
  }

  /** How many wait or are computed. */
  int lent() {
    return lent.get();
  }

  private void push(int index) {
    long now;
    do {
      now = top.get();
      under.set(index, (int) (now & INDEX_MASK));
    } while (!top.compareAndSet(now, next(now, index + 1)));
  }

  private static long next(long now, int indexAndOne) {
    return ((now >>> Integer.SIZE) + 1) << Integer.SIZE | indexAndOne;
  }
}
