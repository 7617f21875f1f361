package dev.burin.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that is not a weights file, or not one for this network. Nothing was changed. */
public final class WeightsFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String what;
  private final String expected;

  WeightsFormatException(Path file, String what, String expected) {
    super(String.format(Locale.ROOT, "%s: %s; expected %s.", file, what, expected));
    this.file = file.toString();
    this.what = what;
    this.expected = expected;
  }

  /** The path of the file. */
  public String file() {
    return file;
  }

  /** What was found. */
  public String what() {
    return what;
  }

  /** What should have been there. */
  public String expected() {
    return expected;
  }
}
