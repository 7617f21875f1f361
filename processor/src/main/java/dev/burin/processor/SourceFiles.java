package dev.burin.processor;

import dev.burin.processor.emit.SourceText;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/**
 * Writes generated sources, each with the annotated interface as its one origin.
 *
 * <p>All characters outside ASCII are written as unicode escapes, so that a name such as {@code
 * Größe} survives whatever encoding javac was given.
 */
final class SourceFiles {

  private static final int LAST_ASCII = 0x7F;

  private final Filer filer;
  private final Reporter reporter;

  SourceFiles(Filer filer, Reporter reporter) {
    this.filer = filer;
    this.reporter = reporter;
  }

  void write(List<SourceText> files, TypeElement origin) {
    for (SourceText file : files) {
      String name = file.qualifiedName();
      try (Writer writer = filer.createSourceFile(name, origin).openWriter()) {
        writer.write(ascii(file.text()));
      } catch (IOException failure) {
        String reason = failure.toString().lines().findFirst().orElse("");
        reporter.refuse(Place.of(origin), Message.FILE_NOT_WRITTEN, name, reason);
        return;
      }
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
