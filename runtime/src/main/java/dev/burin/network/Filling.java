package dev.burin.network;

/**
 * Where all parameters of a network come from.
 *
 * @param <X> what ends it
 */
public interface Filling<X extends Exception> {

  /** Gives every parameter once; the padding stays 0. */
  void fill(ParameterSink to) throws X;

  /** Looks at the network that has these parameters now, and ends it all if they are wrong. */
  default void check(NeuralNetwork filled) throws X {}
}
