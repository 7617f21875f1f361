package dev.burin.io;

import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A network that was found fit to be saved, and has not changed since when it is written. */
final class Saving {

  private final NeuralNetwork network;
  private final WeightsWriter writer;
  private final @Nullable GoldenRows golden;
  private final int begun;

  /**
   * Looks at a network before anything is written.
   *
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it
   * @throws IllegalArgumentException if what is asked for is not for this network
   */
  Saving(Engraved<?> engraved, Writing writing) {
    Objects.requireNonNull(engraved, "The network is null; expected the one to save.");
    Objects.requireNonNull(writing, "The writing is null; expected Writing.standard().");
    this.network = engraved.network();
    this.begun = network.beginReading();
    WeightsWriter.check(network);
    Stored stored = Stored.of(network, writing.storage());
    this.writer = new WeightsWriter(stored, writing);
    this.golden = writing.golden(stored.network());
    if (golden != null) {
      GoldenText.entries(golden, network.shape().precision());
    }
  }

  void write(OutputStream out) throws IOException {
    writer.write(out, golden);
    network.endReading(begun);
  }
}
