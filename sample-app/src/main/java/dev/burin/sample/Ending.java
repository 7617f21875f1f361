package dev.burin.sample;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish of whoever runs this JVM that it ends, which waits until what runs has ended well. */
final class Ending implements AutoCloseable {

  /** Longer than an orderly end takes. */
  private static final int LONGEST_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  Ending() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
  }

  private void end() {
    asked.countDown();
    try {
      boolean ended = done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("sample-app: It did not end in time, and is stopped.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a while; true once the end is wished for. */
  boolean within(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** All has ended. */
  @Override
  public void close() {
    done.countDown();
  }
}
