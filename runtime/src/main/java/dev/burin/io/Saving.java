package dev.burin.io;

import dev.burin.kernel.Engraved;
import dev.burin.kernel.NeuralNetwork;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;

/** A network that was found fit to be saved, and has not changed since when it is written. */
final class Saving {

  private final NeuralNetwork network;
  private final Map<String, String> notes;
  private final int begun;

  /**
   * Looks at a network before anything is written.
   *
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it
   */
  Saving(Engraved<?> engraved, Map<String, String> notes) {
    Objects.requireNonNull(engraved, "The network is null; expected the one to save.");
    Notes.check(notes);
    this.network = engraved.network();
    this.notes = Map.copyOf(notes);
    this.begun = network.beginReading();
    WeightsWriter.check(network);
  }

  void write(OutputStream out) throws IOException {
    WeightsWriter.write(out, network, notes);
    network.endReading(begun);
  }
}
