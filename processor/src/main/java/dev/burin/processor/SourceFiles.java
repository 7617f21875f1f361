package dev.burin.processor;

import dev.burin.processor.emit.SourceText;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;

/**
 * Writes generated sources, each with the annotated interface as its one origin, and all of an
 * interface or none.
 *
 * <p>All characters outside ASCII are written as unicode escapes, so that a name such as {@code
 * Größe} survives whatever encoding javac was given.
 */
final class SourceFiles {

  private static final int LAST_ASCII = 0x7F;

  private final List<FileObject> leftovers = new ArrayList<>();

  void write(List<SourceText> files, TypeElement origin, Filer filer, Reporter reporter) {
    List<FileObject> written = new ArrayList<>();
    for (SourceText file : files) {
      String name = file.qualifiedName();
      try {
        FileObject target = filer.createSourceFile(name, origin);
        written.add(target);
        write(ascii(file.text()), target);
      } catch (IOException failure) {
        String reason = failure.toString().lines().findFirst().orElse("");
        reporter.refuse(Place.of(origin), Message.FILE_NOT_WRITTEN, name, reason);
        leftovers.addAll(written);
        return;
      }
    }
  }

  /** Writes a text. A file that failed stays open: javac would compile the part that it holds. */
  private static void write(String text, FileObject target) throws IOException {
    Writer writer = target.openWriter();
    writer.write(text);
    writer.flush();
    writer.close();
  }

  /** Deletes what was written of interfaces that failed, once javac has no more use for it. */
  void discardLeftovers() {
    leftovers.forEach(SourceFiles::delete);
    leftovers.clear();
  }

  /**
   * The file objects of a filer refuse to be deleted, so the file itself is, where there is one.
   */
  private static void delete(FileObject target) {
    try {
      Files.deleteIfExists(Path.of(target.toUri()));
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException notThere) {
      return;
    }
  }

  static String ascii(String source) {
    StringBuilder text = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c <= LAST_ASCII) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.toString();
  }
}
