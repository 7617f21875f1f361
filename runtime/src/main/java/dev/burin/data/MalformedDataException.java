package dev.burin.data;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is there and can be read, but does not hold what it should. */
public final class MalformedDataException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal of a file.
   *
   * @param file the file, which the message starts with
   * @param sentence what is wrong and what was expected
   */
  public MalformedDataException(Path file, String sentence) {
    super(file + ": " + sentence);
  }
}
