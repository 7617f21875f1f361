package dev.burin.processor.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.burin.processor.Compiling;
import dev.burin.processor.model.NetworkModel;

/** Declarations that are right, and the models they become. */
final class Accepted {

  static final String IRIS =
      "@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)\n";
  static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  private Accepted() {}

  /** The model of the only network of a source. */
  static NetworkModel model(String name, String text) {
    Compiling compiling = new Compiling();
    Compilation done = compiling.compile(name, text);
    assertThat(done.errors()).isEmpty();
    assertThat(compiling.models()).hasSize(1);
    return compiling.models().getFirst();
  }
}
