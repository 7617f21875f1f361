package dev.burin.processor.model;

import java.util.List;

/**
 * What the head of the generated class depends on beside its name.
 *
 * @param isPublic whether the interface can be seen from every package
 * @param generatedAnnotation whether {@code javax.annotation.processing.Generated} can be seen
 * @param engraved whether the interface itself already extends the runtime's {@code Engraved}
 * @param lints the lints of javac that the class has to suppress, since what they complain about
 *     was written by the author and not by the generator
 */
public record ClassHead(
    boolean isPublic, boolean generatedAnnotation, boolean engraved, List<String> lints) {

  /** Copies the list. */
  public ClassHead {
    lints = List.copyOf(lints);
  }
}
