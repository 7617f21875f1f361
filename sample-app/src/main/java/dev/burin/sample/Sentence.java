package dev.burin.sample;

import dev.burin.train.TrainingDivergedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in one line for a person. */
final class Sentence {

  private Sentence() {}

  static String of(Exception e) {
    return switch (e) {
      case FileSystemException f when f.getReason() == null -> bare(f);
      case IOException _,
          IllegalArgumentException _,
          IllegalStateException _,
          TrainingDivergedException _,
          GradientException _ ->
          line(e.getMessage());
      default -> "This should not have happened: " + line(e.toString());
    };
  }

  /** A message on one line, with a full stop. */
  static String line(@Nullable String message) {
    String text = message == null ? "no reason was given" : message.strip();
    String one = text.replaceAll("\\s*\\R\\s*", " ");
    return one.endsWith(".") ? one : one + ".";
  }

  /** The JDK says only the name of the file where the kind of the exception says the rest. */
  private static String bare(FileSystemException e) {
    String file = e.getFile();
    return switch (e) {
      case NoSuchFileException _ -> "There is no file " + file + ".";
      case AccessDeniedException _ -> "The file " + file + " may not be read or written.";
      case FileAlreadyExistsException _ ->
          "There is a file " + file + " where a directory is needed.";
      default -> line(e.getMessage());
    };
  }
}
