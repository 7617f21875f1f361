package dev.burin.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process. */
final class Memory {

  /** The ticks in which {@code /proc} counts processor time: 100 a second on all of Linux. */
  private static final double TICK_MILLIS = 10;

  private Memory() {}

  /** The processor time so far, in milliseconds. */
  static double cpuMillis(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return TICK_MILLIS * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }

  /** What lies in memory now, in megabytes. */
  static double resident(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return Double.NaN;
  }
}
