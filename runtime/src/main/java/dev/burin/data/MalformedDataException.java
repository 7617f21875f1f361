package dev.burin.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that is there and can be read, but does not hold what it should. */
public final class MalformedDataException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String what;
  private final String expected;

  /**
   * A refusal of a file, with the message {@code file: what; expected expected.}
   *
   * @param file the file
   * @param what the place in the file and what was found there
   * @param expected what should have been there, or what to do
   */
  public MalformedDataException(Path file, String what, String expected) {
    super(String.format(Locale.ROOT, "%s: %s; expected %s.", file, what, expected));
    this.file = file.toString();
    this.what = what;
    this.expected = expected;
  }

  /**
   * A refusal of a file whose sentence says all.
   *
   * @param file the file, which the message starts with
   * @param sentence what is wrong and what was expected
   */
  public MalformedDataException(Path file, String sentence) {
    super(file + ": " + sentence);
    this.file = file.toString();
    this.what = sentence;
    this.expected = "";
  }

  /** The path of the file. */
  public String file() {
    return file;
  }

  /** What was found, and where. */
  public String what() {
    return what;
  }

  /** What should have been there; empty where {@link #what()} says that too. */
  public String expected() {
    return expected;
  }
}
