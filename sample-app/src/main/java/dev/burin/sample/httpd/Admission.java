package dev.burin.sample.httpd;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each exchange a virtual thread, and notices how long it waited for a processor: that is
 * where requests queue up when there are too many, and not before the network, since no more
 * virtual threads compute than there are carriers.
 */
final class Admission implements Executor {

  private static final ScopedValue<Boolean> LATE = ScopedValue.newInstance();

  private final long patience;
  private final int crowd;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  Admission(Limits limits) {
    this.patience = limits.patience().toNanos();
    this.crowd = limits.crowd();
  }

  /** Whether the exchange of this thread waited longer than anybody has patience, in a crowd. */
  static boolean late() {
    return LATE.orElse(false);
  }

  /** The exchanges that were handed over and have not ended. */
  int running() {
    return running.get();
  }

  @Override
  public void execute(Runnable exchange) {
    long handedOver = System.nanoTime();
    running.incrementAndGet();
    waiting.incrementAndGet();
    Thread.startVirtualThread(
        () -> {
          int others = waiting.decrementAndGet();
          try {
            if (others >= crowd && System.nanoTime() - handedOver > patience) {
              ScopedValue.where(LATE, true).run(exchange);
            } else {
              exchange.run();
            }
          } finally {
            running.decrementAndGet();
          }
        });
  }
}
