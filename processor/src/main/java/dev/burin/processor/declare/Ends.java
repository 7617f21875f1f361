package dev.burin.processor.declare;

import dev.burin.Activation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What methods have to fit, each as far as it is known: while other values are wrong, one run of
 * javac still shows as many mistakes as it can.
 *
 * @param inputs the width of a sample
 * @param outputs the width of an answer
 * @param last the last activation
 */
record Ends(OptionalInt inputs, OptionalInt outputs, Optional<Activation> last) {

  static Ends of(NetworkDeclaration declaration) {
    List<Written<Integer>> layers = declaration.layers().map(Written::value).orElse(List.of());
    boolean complete = layers.size() > 1;
    return new Ends(
        complete ? width(layers.getFirst()) : OptionalInt.empty(),
        complete ? width(layers.getLast()) : OptionalInt.empty(),
        declaration.lastActivation());
  }

  private static OptionalInt width(Written<Integer> layer) {
    return layer.value() < 1 ? OptionalInt.empty() : OptionalInt.of(layer.value());
  }

  boolean hasOneOutput() {
    return outputs.isPresent() && outputs.getAsInt() == 1;
  }

  boolean hasManyOutputs() {
    return outputs.isPresent() && outputs.getAsInt() > 1;
  }
}
