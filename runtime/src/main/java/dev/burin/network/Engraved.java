package dev.burin.network;

/**
 * What every generated class is, beside the interface that its author wrote; a network is one too.
 *
 * @param <N> {@link FloatNetwork} or {@link DoubleNetwork}, by the declared precision
 */
public interface Engraved<N extends NeuralNetwork> {

  /** The network behind the author's methods: to train it, to save it, to ask for its shape. */
  N network();
}
