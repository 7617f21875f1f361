package dev.burin.spark.bench;

import java.lang.management.ManagementFactory;

/** Time of the processor and of the wall since it was made. */
final class Stopwatch {

  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

  private final long cpu = SYSTEM.getProcessCpuTime();
  private final long wall = System.nanoTime();

  /** The processor time of this process, all its threads together. */
  double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpu) * 1e-9;
  }

  double seconds() {
    return (System.nanoTime() - wall) * 1e-9;
  }
}
