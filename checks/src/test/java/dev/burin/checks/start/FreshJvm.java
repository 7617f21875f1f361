package dev.burin.checks.start;

import dev.burin.machine.Lanes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a JVM of its own printed, standard error included. */
record FreshJvm(int exit, List<String> lines) {

  static final String MODULE = "--add-modules=jdk.incubator.vector";

  /** Runs {@link Newborn} with JVM flags, one task after the other. */
  static FreshJvm run(List<String> flags, String... tasks)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", home(Newborn.class) + java.io.File.pathSeparator + home(Lanes.class)));
    command.add(Newborn.class.getName());
    command.addAll(List.of(tasks));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("The JVM did not end: " + text);
    }
    return new FreshJvm(process.exitValue(), text.lines().toList());
  }

  List<String> starting(String word) {
    return lines.stream().filter(line -> line.startsWith(word)).toList();
  }

  /** Costs and answers. */
  List<String> results() {
    return lines.stream().filter(line -> line.matches("(cost|answer) .*")).toList();
  }

  /** Warnings that this project gives; the JVM has its own about the incubating module. */
  List<String> warnings() {
    return lines.stream()
        .filter(line -> line.startsWith("WARNING: ") && !line.contains("incubator modules:"))
        .toList();
  }

  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
