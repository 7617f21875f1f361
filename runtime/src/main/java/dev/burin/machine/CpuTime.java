package dev.burin.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of the calling thread, what a busy machine leaves of a second, for the rooms
 * of the runtime and not for users. Where the JVM does not tell it, as in an image without the
 * module {@code java.management}, it is the time that passes.
 */
public final class CpuTime {

  private static final boolean KNOWN = isKnown();

  private CpuTime() {}

  /** Nanoseconds since some moment, for differences within one thread. */
  public static long nanos() {
    return KNOWN ? Management.THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static boolean isKnown() {
    try {
      return Management.THREADS.isCurrentThreadCpuTimeSupported()
          && Management.THREADS.isThreadCpuTimeEnabled();
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  /** Apart, as it cannot be loaded everywhere. */
  private static final class Management {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Management() {}
  }
}
