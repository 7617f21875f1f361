package dev.burin.serve;

import dev.burin.network.Engraved;
import dev.burin.network.Fingerprint;
import dev.burin.network.NeuralNetwork;
import java.time.Duration;

/**
 * What is served, and all that is told of it, so that one write changes both.
 *
 * @param since when it began to be served, a point of {@link System#nanoTime}
 */
record Standing<E extends Engraved<?>>(
    Serving<E> serving,
    Fingerprint parameters,
    String source,
    long since,
    long swaps,
    long refused,
    String lastRefused) {

  static <E extends Engraved<?>> Standing<E> first(
      Serving<E> serving, Fingerprint parameters, String source) {
    return new Standing<>(serving, parameters, source, System.nanoTime(), 0, 0, "");
  }

  Standing<E> accepted(Serving<E> next, Fingerprint its, String from) {
    return new Standing<>(next, its, from, System.nanoTime(), swaps + 1, refused, lastRefused);
  }

  Standing<E> refused(String reason) {
    return new Standing<>(serving, parameters, source, since, swaps, refused + 1, reason);
  }

  Health health(Fingerprint declaration) {
    NeuralNetwork network = serving.engraved().network();
    return new Health(
        network.path(),
        network.readiness(),
        parameters,
        declaration,
        source,
        Duration.ofNanos(System.nanoTime() - since),
        swaps,
        refused,
        lastRefused);
  }
}
