package dev.burin.sample;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command leaves behind. */
record Result(int code, String out, String err) {

  static Result of(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = Main.run(args);
      return new Result(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The number at the end of the line that begins with these words. */
  double number(String words) {
    String line = lines().stream().filter(l -> l.startsWith(words + " ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(words.length() + 1));
  }

  /** The number behind these words, whatever follows it. */
  double first(String words) {
    return lines().stream()
        .filter(line -> line.startsWith(words + " "))
        .map(line -> line.substring(words.length() + 1).split(" ")[0])
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No line '" + words + "' in " + out));
  }
}
