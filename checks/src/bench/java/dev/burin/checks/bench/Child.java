package dev.burin.checks.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JVM that serves, and what it costs: processor time and memory of the process. */
final class Child implements AutoCloseable {

  private final Process process;
  private final String line;

  /**
   * Starts it and waits until it serves.
   *
   * @param flags of its JVM, beside those of this one
   */
  Child(String net, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.addAll(Arrays.asList(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Served.class.getName()));
    command.add(net);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String read = out.readLine();
    while (read != null && !read.matches("[0-9]+ .*")) {
      read = out.readLine();
    }
    if (read == null) {
      throw new IOException("The server has ended before it served.");
    }
    line = read;
  }

  int port() {
    return Integer.parseInt(line.substring(0, line.indexOf(' ')));
  }

  /** What runs, and how. */
  @Override
  public String toString() {
    return line.substring(line.indexOf(' ') + 1);
  }

  /** The processor time so far, in microseconds. */
  double cpuMicros() throws IOException {
    return 1e3 * Memory.cpuMillis(process.pid());
  }

  /** What lies in memory now, in megabytes. */
  double residentMegabytes() throws IOException {
    return Memory.resident(process.pid());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
