package dev.burin.checks.fuzz;

import dev.burin.file.MalformedFileException;

/** What a refusal must be like: one sentence that names the file and no class of Java. */
final class Refusal {

  private Refusal() {}

  /**
   * Looks at a refusal of a file.
   *
   * @param file what the file is called in it
   * @return false, as the file was not read
   */
  static boolean of(MalformedFileException e, String file) {
    return sentence(e, file);
  }

  /** Looks at a refusal of a text, which has no name. */
  static boolean of(IllegalArgumentException e) {
    return sentence(e, "");
  }

  private static boolean sentence(Exception e, String start) {
    String message = String.valueOf(e.getMessage());
    if (!message.startsWith(start) || !message.endsWith(".") || message.contains("java.")) {
      throw new AssertionError("This is no sentence about the file: " + message, e);
    }
    return false;
  }
}
