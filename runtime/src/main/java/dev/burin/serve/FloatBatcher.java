package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the samples of many callers in batches, without a thread and without a timer of its own.
 *
 * <p>A caller adds its sample to a queue and tries to become the leader. The leader lets all other
 * virtual threads of its carrier run once, so that theirs get in; then it takes what waits,
 * computes it, wakes the owners, and does so again until its own sample is done. At last it hands
 * the lead to the owner of the first sample that waits. Whoever sees a leader sleeps.
 *
 * <p>No wake-up is lost: a caller says that it waits before it looks whether somebody leads, and a
 * leader stops leading before it looks who waits.
 */
final class FloatBatcher {

  /**
   * The most leads in a row without a yield after yields that brought nobody. To yield alone wakes
   * another carrier for nothing: 12 us of processor time on two cores of a Zen 3, where a sample of
   * 32-64-64-1 takes 0.3. With 1 in 64 a lone caller pays 0.3 to 0.8 us.
   */
  private static final int MOST_SKIPPED = 64;

  private final Supplier<FloatNetwork> served;
  private final @Nullable Meter meter;
  private final int inputs;
  private final int outputs;
  private final FloatRequests requests;
  private final FloatQueue queue;
  private final AtomicBoolean lead = new AtomicBoolean();

  // What the leader works on.
  private final FloatRequest[] batch;
  private final float[] x;
  private final float[] out;

  /** How many leads go by without a yield after the last one, and how many of them have. */
  private int skip;

  private int skipped;

  FloatBatcher(Supplier<FloatNetwork> served, int rows, int capacity, @Nullable Meter meter) {
    this.served = served;
    this.meter = meter;
    this.inputs = served.get().shape().inputs();
    this.outputs = served.get().shape().outputs();
    this.requests = new FloatRequests(capacity);
    this.queue = new FloatQueue(capacity);
    this.batch = new FloatRequest[rows];
    this.x = new float[Math.multiplyExact(rows, inputs)];
    this.out = new float[Math.multiplyExact(rows, outputs)];
  }

  /** How many samples wait or are computed. */
  int waiting() {
    return requests.lent();
  }

  /** Computes one sample, whose places are checked; null, or why it was refused. */
  @Nullable Refusal answer(float[] x, int xAt, float[] out, int outAt, long deadline) {
    FloatRequest request = requests.acquire();
    if (request == null) {
      return Refusal.FULL;
    }
    request.fill(x, xAt);
    return answer(request, out, outAt, deadline);
  }

  /** {@link #answer(float[], int, float[], int, long)} for a sample that lies in memory. */
  @Nullable Refusal answer(
      InputType type, Object x, long xAt, float[] out, int outAt, long deadline) {
    FloatRequest request = requests.acquire();
    if (request == null) {
      return Refusal.FULL;
    }
    try {
      request.fill(type, x, xAt, inputs);
    } catch (RuntimeException | Error e) {
      // A segment that is closed, or that belongs to another thread.
      requests.release(request);
      throw e;
    }
    return answer(request, out, outAt, deadline);
  }

  private @Nullable Refusal answer(FloatRequest request, float[] out, int outAt, long deadline) {
    request.queued(out, outAt, deadline);
    queue.add(request);
    Refusal left = await(request);
    if (left != null) {
      return left;
    }
    Throwable failure = request.failure;
    Refusal refusal = request.refusal;
    requests.release(request);
    if (failure != null) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
    return refusal;
  }

  /** Waits until it is done, leading where nobody does; null, or why its owner left. */
  private @Nullable Refusal await(FloatRequest request) {
    boolean interrupted = false;
    Refusal left = null;
    while (left == null && request.state.get() != FloatRequest.DONE) {
      if (lead.compareAndSet(false, true)) {
        leadUntilDone(request);
      } else {
        sleep(request);
        interrupted |= Thread.interrupted();
        if (interrupted && withdrawn(request)) {
          left = Refusal.INTERRUPTED;
        } else if (request.late() && withdrawn(request)) {
          left = Refusal.LATE;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private void sleep(FloatRequest request) {
    request.waiting = Thread.currentThread();
    if (request.state.get() != FloatRequest.DONE && lead.get()) {
      if (request.deadline == FloatRequest.NO_DEADLINE) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, Math.max(1, request.deadline - System.nanoTime()));
      }
    }
    request.waiting = null;
  }

  /** Whether it could be left before a leader took it, who gives it back then. */
  private boolean withdrawn(FloatRequest request) {
    if (!request.state.compareAndSet(FloatRequest.QUEUED, FloatRequest.WITHDRAWN)) {
      return false;
    }
    // Nobody wakes the owners behind one that has left, so that somebody has to take it away.
    if (lead.compareAndSet(false, true)) {
      handOver();
    }
    return true;
  }

  /** Yielding is a matter of speed alone: whether others get in first changes no answer. */
  @SuppressWarnings("ThreadPriorityCheck")
  private void leadUntilDone(FloatRequest own) {
    try {
      boolean yields = Thread.currentThread().isVirtual() && skipped >= skip;
      if (yields) {
        Thread.yield();
      }
      for (boolean first = true; own.state.get() != FloatRequest.DONE; first = false) {
        int rows = take();
        if (first) {
          adapt(yields, rows);
        }
        if (rows > 0) {
          compute(rows);
        } else {
          Thread.yield();
        }
      }
    } finally {
      handOver();
    }
  }

  /** Callers that stay alone yield ever more rarely, and at once again when they are not. */
  private void adapt(boolean yielded, int rows) {
    if (rows > 1) {
      skip = 0;
    } else if (yielded) {
      skip = Math.min(MOST_SKIPPED, 2 * skip + 1);
    }
    skipped = yielded || rows > 1 ? 0 : skipped + 1;
  }

  private void handOver() {
    FloatRequest next;
    do {
      next = firstThatWaits();
      lead.set(false);
      next = next == null ? queue.peek() : next;
      if (next != null && next.state.get() != FloatRequest.WITHDRAWN) {
        LockSupport.unpark(next.waiting);
        return;
      }
    } while (next != null && lead.compareAndSet(false, true));
  }

  /** The first request whose owner has not left. */
  private @Nullable FloatRequest firstThatWaits() {
    FloatRequest first = queue.peek();
    while (first != null && first.state.get() == FloatRequest.WITHDRAWN) {
      queue.removeFirst();
      requests.release(first);
      first = queue.peek();
    }
    return first;
  }

  /** Takes what waits, up to a batch. */
  private int take() {
    int rows = 0;
    while (rows < batch.length) {
      FloatRequest first = queue.peek();
      if (first == null) {
        break;
      }
      queue.removeFirst();
      if (!first.state.compareAndSet(FloatRequest.QUEUED, FloatRequest.TAKEN)) {
        requests.release(first);
      } else if (first.late()) {
        first.refusal = Refusal.LATE;
        finish(first);
      } else {
        batch[rows] = first;
        rows++;
      }
    }
    return rows;
  }

  private void compute(int rows) {
    long start = meter == null ? 0 : System.nanoTime();
    try {
      FloatNetwork network = served.get();
      if (rows == 1 && batch[0].type == null) {
        network.outputs(batch[0].x, batch[0].xAt, batch[0].out, batch[0].outAt);
      } else {
        for (int row = 0; row < rows; row++) {
          gather(network, row);
        }
        network.outputs(x, 0, rows, out, 0);
        for (int row = 0; row < rows; row++) {
          if (batch[row].failure == null) {
            System.arraycopy(out, row * outputs, batch[row].out, batch[row].outAt, outputs);
          }
        }
      }
      if (meter != null) {
        meter.computed(network, rows, System.nanoTime() - start);
      }
    } catch (Throwable e) {
      for (int row = 0; row < rows; row++) {
        batch[row].failure = e;
      }
    }
    for (int row = 0; row < rows; row++) {
      finish(batch[row]);
    }
  }

  /** What is wrong with one sample concerns its owner alone. */
  private void gather(FloatNetwork network, int row) {
    try {
      batch[row].gather(network, inputs, x, row * inputs);
    } catch (RuntimeException e) {
      batch[row].failure = e;
    }
  }

  private static void finish(FloatRequest request) {
    request.state.set(FloatRequest.DONE);
    LockSupport.unpark(request.waiting);
  }
}
