package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Precision;
import java.util.List;
import java.util.Optional;

/**
 * What methods have to fit: known as soon as the widths are, even while other values are wrong, so
 * that one run of javac shows as many mistakes as it can.
 *
 * @param inputs the width of a sample
 * @param outputs the width of an answer
 * @param last the last activation
 * @param precision the element type
 */
record Ends(int inputs, int outputs, Activation last, Precision precision) {

  static Optional<Ends> of(NetworkDeclaration declaration) {
    List<Written<Integer>> layers = declaration.layers().value();
    List<Written<Activation>> activations = declaration.activations().value();
    if (layers.size() < 2 || activations.isEmpty()) {
      return Optional.empty();
    }
    int inputs = layers.getFirst().value();
    int outputs = layers.getLast().value();
    return inputs < 1 || outputs < 1
        ? Optional.empty()
        : Optional.of(
            new Ends(
                inputs, outputs, activations.getLast().value(), declaration.precision().value()));
  }
}
