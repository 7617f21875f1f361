package dev.burin.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Runs the parts of a piece of work, the first on the caller, the others on the common pool. */
final class Crew {

  /** One part of a piece of work. */
  interface Work {
    void run(int part, int parts);
  }

  private final int threads;

  Crew(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The work needs 1 thread or more, not " + threads + ".");
    }
    this.threads = threads;
  }

  /** Returns when every part is done. */
  void run(Work work) {
    if (threads == 1) {
      work.run(0, 1);
      return;
    }
    ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[threads];
    for (int part = 1; part < threads; part++) {
      int number = part;
      tasks[part] = ForkJoinPool.commonPool().submit(() -> work.run(number, threads));
    }
    work.run(0, threads);
    for (int part = 1; part < threads; part++) {
      tasks[part].join();
    }
  }

  /** The first row of a part. */
  static int bound(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }
}
