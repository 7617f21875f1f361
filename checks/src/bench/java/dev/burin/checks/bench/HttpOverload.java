package dev.burin.checks.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * The server that is asked for twice of what it can: each request is sent when it is due, over a
 * connection that is free, so that slow answers hold no request back, and its time counts from then
 * on.
 */
public final class HttpOverload {

  private static final int MOST_CONNECTIONS = 900;
  private static final int CLOSED = 64;
  private static final long SECONDS = Long.getLong("seconds", 60);
  private static final long SECOND = 1_000_000_000;

  private final Child child;
  private final byte[] request;
  private final ConcurrentLinkedDeque<Wire> free = new ConcurrentLinkedDeque<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder held = new LongAdder();
  private final LongAdder other = new LongAdder();
  private final ConcurrentHistogram answers = new ConcurrentHistogram(3);
  private final ConcurrentHistogram refusals = new ConcurrentHistogram(3);

  private HttpOverload(Child child, byte[] request) {
    this.child = child;
    this.request = request;
  }

  /** Prints what was found; the network may be named, LARGE without a name. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String name = args.length == 0 ? "LARGE" : args[0];
    int inputs = Nets.valueOf(name).make().shape().inputs();
    try (Child child = new Child(name)) {
      System.out.println(name + ": " + child);
      HttpOverload overload =
          new HttpOverload(child, Wire.post("/predict", new byte[Float.BYTES * inputs]));
      overload.rate(2);
      double rate = overload.rate(4);
      double before = child.residentMegabytes();
      System.out.printf(Locale.ROOT, "can do %.0f requests a second, %.0f MB%n", rate, before);
      overload.load(2 * rate, SECONDS);
      overload.print("at twice of that for " + SECONDS + " s");
      System.out.printf(
          Locale.ROOT, "memory of the process %+.1f MB%n", child.residentMegabytes() - before);
      overload.load(rate / 2, 1);
      overload.print("at half of it in the next second");
    }
  }

  /** What some callers get in a closed loop. */
  private double rate(int seconds) throws InterruptedException {
    clear();
    long start = System.nanoTime();
    long end = start + seconds * SECOND;
    Thread[] callers = new Thread[CLOSED];
    for (int i = 0; i < callers.length; i++) {
      callers[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      begun.increment();
                      ask(System.nanoTime());
                    }
                  });
    }
    for (Thread caller : callers) {
      caller.join();
    }
    return answers.getTotalCount() * (double) SECOND / (System.nanoTime() - start);
  }

  private void clear() {
    begun.reset();
    ended.reset();
    lost.reset();
    held.reset();
    other.reset();
    answers.reset();
    refusals.reset();
  }

  private void load(double rate, long seconds) throws InterruptedException {
    clear();
    long start = System.nanoTime();
    long end = start + seconds * SECOND;
    long sent = 0;
    for (long now = start; now < end; now = System.nanoTime()) {
      long due = (long) ((now - start) * rate / SECOND);
      for (; sent < due; sent++) {
        long at = start + (long) (sent * SECOND / rate);
        begun.increment();
        Thread.ofVirtual().start(() -> ask(at));
      }
      LockSupport.parkNanos(500_000);
    }
    while (ended.sum() < begun.sum()) {
      Thread.sleep(1);
    }
  }

  private void ask(long due) {
    Wire wire = free.pollFirst();
    try {
      if (wire == null) {
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
          connections.decrementAndGet();
          held.increment();
          return;
        }
        wire = new Wire(child.port());
      }
      int status = wire.send(request);
      long took = System.nanoTime() - due;
      switch (status) {
        case 200 -> answers.recordValue(took);
        case 503 -> refusals.recordValue(took);
        default -> other.increment();
      }
      free.addFirst(wire);
    } catch (IOException e) {
      connections.decrementAndGet();
      lost.increment();
    } finally {
      ended.increment();
    }
  }

  private void print(String when) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d due, %d not sent as %d connections were busy; %d answered, %d refused, %d others,"
            + " %d connections lost%n",
        when,
        begun.sum(),
        held.sum(),
        MOST_CONNECTIONS,
        answers.getTotalCount(),
        refusals.getTotalCount(),
        other.sum(),
        lost.sum());
    System.out.printf(
        Locale.ROOT,
        "answers after %.1f ms in the middle, %.1f in 99 of 100, %.1f at most; refusals after %.1f,"
            + " %.1f and %.1f%n",
        answers.getValueAtPercentile(50) / 1e6,
        answers.getValueAtPercentile(99) / 1e6,
        answers.getMaxValue() / 1e6,
        refusals.getValueAtPercentile(50) / 1e6,
        refusals.getValueAtPercentile(99) / 1e6,
        refusals.getMaxValue() / 1e6);
  }
}
