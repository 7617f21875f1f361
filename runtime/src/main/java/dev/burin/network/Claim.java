package dev.burin.network;

/**
 * A network that one thread has to itself, until it is closed by that thread; see {@link
 * NeuralNetwork#claim()}.
 */
public interface Claim extends AutoCloseable {

  /**
   * Gives the network back.
   *
   * @throws IllegalStateException if another thread claimed it
   */
  @Override
  void close();
}
