package dev.burin.checks.bench;

import dev.burin.stub.Framework;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A Python of this machine.
 *
 * @param command the program, and what always stands before its arguments
 */
record Python(List<String> command) {

  /** The version of a framework, or why there is none: a sentence, which begins with no digit. */
  String version(Framework framework) throws InterruptedException {
    String module = framework.name().toLowerCase(Locale.ROOT);
    try {
      List<String> lines = lines("-c", "import " + module + "; print(" + module + ".__version__)");
      return lines.isEmpty() ? "it printed nothing" : lines.getLast();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What Python prints, errors too. */
  List<String> lines(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed.lines().toList();
  }

  @Override
  public String toString() {
    return String.join(" ", command);
  }
}
