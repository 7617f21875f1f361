package dev.burin.checks.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Reads with a target, and measures the time and the memory that it takes. */
final class Watch {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long MEGABYTE = 1 << 20;
  private static final long SECOND = 1_000_000_000;

  private Watch() {}

  /**
   * Whether the bytes were read.
   *
   * @throws AssertionError if it took a second, or more memory than the target says
   */
  static boolean read(FuzzTarget target, byte[] bytes) throws IOException {
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = System.nanoTime();
    boolean read = target.read(bytes);
    time = System.nanoTime() - time;
    memory = THREADS.getCurrentThreadAllocatedBytes() - memory;
    if (memory > target.mostMemory(bytes.length) + MEGABYTE) {
      throw new AssertionError(
          target.name() + ": " + bytes.length + " bytes took " + memory + " bytes of memory.");
    }
    if (time > SECOND && processorTime(target, bytes) > SECOND) {
      throw new AssertionError(target.name() + ": " + bytes.length + " bytes took a second.");
    }
    return read;
  }

  /** On a busy machine a second of time says little. */
  private static long processorTime(FuzzTarget target, byte[] bytes) throws IOException {
    long before = THREADS.getCurrentThreadCpuTime();
    target.read(bytes);
    return THREADS.getCurrentThreadCpuTime() - before;
  }
}
