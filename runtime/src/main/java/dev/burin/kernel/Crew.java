package dev.burin.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Runs the parts of a piece of work, the first on the caller, the others on the common pool.
 * Nothing is allocated after construction.
 */
final class Crew {

  /** One part of a piece of work. */
  interface Work {
    void run(int part, int parts);
  }

  private final int threads;
  private final Part[] others;

  Crew(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The work needs 1 thread or more, not " + threads + ".");
    }
    this.threads = threads;
    others = new Part[threads - 1];
    for (int part = 1; part < threads; part++) {
      others[part - 1] = new Part(part, threads);
    }
  }

  /** Returns when every part is done; what one of them throws is thrown here. */
  void run(Work work) {
    for (Part part : others) {
      part.reinitialize();
      part.work = work;
      ForkJoinPool.commonPool().execute(part);
    }
    try {
      work.run(0, threads);
    } finally {
      for (Part part : others) {
        part.quietlyJoin();
      }
    }
    for (Part part : others) {
      part.join();
    }
  }

  /** The first row of a part. */
  static int bound(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }

  /** One part that another thread runs. */
  private static final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final int parts;
    private transient Work work = (part, all) -> {};

    Part(int number, int parts) {
      this.number = number;
      this.parts = parts;
    }

    @Override
    protected void compute() {
      work.run(number, parts);
    }
  }
}
