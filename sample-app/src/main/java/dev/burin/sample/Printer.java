package dev.burin.sample;

import java.io.PrintStream;
import java.util.List;

/** Standard output: paragraphs with an empty line between. */
public final class Printer {

  private final PrintStream out = System.out;
  private boolean started;

  /** Writes lines as a paragraph of their own. */
  public void paragraph(List<String> lines) {
    if (started) {
      out.println();
    }
    started = true;
    lines.forEach(out::println);
  }

  public void paragraph(String... lines) {
    paragraph(List.of(lines));
  }

  /** Sketches that this output can show. */
  Sketch sketch() {
    return new Sketch(out.charset());
  }
}
