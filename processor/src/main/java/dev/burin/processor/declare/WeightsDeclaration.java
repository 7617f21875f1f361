package dev.burin.processor.declare;

import dev.burin.Layout;
import java.util.Optional;

/**
 * The weights file as the author named it.
 *
 * @param file the name of the resource; empty where none is named
 * @param fileGiven whether it was written
 * @param layout which way round weights lie
 * @param layoutGiven whether it was written
 * @param sha256 of the file; empty where none is asked for
 * @param sha256Given whether it was written
 */
public record WeightsDeclaration(
    Optional<Written<String>> file,
    boolean fileGiven,
    Optional<Written<Layout>> layout,
    boolean layoutGiven,
    Optional<Written<String>> sha256,
    boolean sha256Given) {

  /** Whether javac understood each value. */
  boolean isWhole() {
    return file.isPresent() && layout.isPresent() && sha256.isPresent();
  }
}
