package dev.burin.checks.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Reads with a target, and measures the time and the memory that it takes. */
final class Watch {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long MEGABYTE = 1 << 20;
  private static final long SECOND = 1_000_000_000;

  private final FuzzTarget target;

  /** A watch of a target, which reads its seeds first: that loads classes, which takes memory. */
  Watch(FuzzTarget target) throws IOException {
    this.target = target;
    for (byte[] seed : target.seeds()) {
      target.read(seed);
    }
  }

  /**
   * Whether the bytes were read.
   *
   * @throws AssertionError if it took a second, or more memory than the target says
   */
  boolean read(byte[] bytes) throws IOException {
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = System.nanoTime();
    boolean read = target.read(bytes);
    time = System.nanoTime() - time;
    memory = THREADS.getCurrentThreadAllocatedBytes() - memory;
    long most = target.mostMemory(bytes.length) + MEGABYTE;
    if (memory > most && memory(bytes) > most) {
      throw new AssertionError(
          target.name() + ": " + bytes.length + " bytes took " + memory + " bytes of memory.");
    }
    if (time > SECOND && processorTime(bytes) > SECOND) {
      throw new AssertionError(target.name() + ": " + bytes.length + " bytes took a second.");
    }
    return read;
  }

  /** The first file of its kind loads classes, which takes memory. */
  private long memory(byte[] bytes) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    target.read(bytes);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** On a busy machine a second of time says little. */
  private long processorTime(byte[] bytes) throws IOException {
    long before = THREADS.getCurrentThreadCpuTime();
    target.read(bytes);
    return THREADS.getCurrentThreadCpuTime() - before;
  }
}
