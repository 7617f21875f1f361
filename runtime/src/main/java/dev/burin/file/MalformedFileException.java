package dev.burin.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file, or bytes of another origin, that are there and can be read, but do not hold what they
 * should. Nothing was changed.
 */
public final class MalformedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String place;
  private final String found;
  private final String expected;

  /**
   * A refusal with the message {@code file: place: found; expected expected.}
   *
   * @param file the path of the file, or the name that the caller gave to its bytes
   * @param place where in it, such as a line and a column; empty where {@code found} says that too
   * @param found what was found there
   * @param expected what should have been there, or what to do
   */
  public MalformedFileException(String file, String place, String found, String expected) {
    super(
        String.format(
            Locale.ROOT,
            "%s: %s%s; expected %s.",
            file,
            place.isEmpty() ? "" : place + ": ",
            found,
            expected));
    this.file = file;
    this.place = place;
    this.found = found;
    this.expected = expected;
  }

  /**
   * A refusal with the message {@code file: found; expected expected.}
   *
   * @param file the path of the file, or the name that the caller gave to its bytes
   * @param found the place in the file and what was found there
   * @param expected what should have been there, or what to do
   */
  public MalformedFileException(String file, String found, String expected) {
    this(file, "", found, expected);
  }

  /**
   * A refusal with the message {@code file: found; expected expected.}
   *
   * @param file the file
   * @param found the place in the file and what was found there
   * @param expected what should have been there, or what to do
   */
  public MalformedFileException(Path file, String found, String expected) {
    this(file.toString(), "", found, expected);
  }

  /**
   * A refusal of a file whose sentence says all.
   *
   * @param file the file, which the message starts with
   * @param sentence what is wrong and what was expected
   */
  public MalformedFileException(Path file, String sentence) {
    super(file + ": " + sentence);
    this.file = file.toString();
    this.place = "";
    this.found = sentence;
    this.expected = "";
  }

  /** The path of the file, or the name that the caller gave to its bytes. */
  public String file() {
    return file;
  }

  /** Where in the file; empty where {@link #found()} says that too. */
  public String place() {
    return place;
  }

  /** What was found. */
  public String found() {
    return found;
  }

  /** What should have been there; empty where {@link #found()} says that too. */
  public String expected() {
    return expected;
  }
}
