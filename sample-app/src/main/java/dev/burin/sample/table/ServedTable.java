package dev.burin.sample.table;

import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatServed;
import java.io.IOException;
import java.nio.file.Path;

/** A network of {@code train-csv} in a service. */
public final class ServedTable {

  private ServedTable() {}

  /** Whether weights were saved with an encoding, as those of a table are. */
  public static boolean is(Path weights) throws IOException {
    return WeightsFile.notes(weights).containsKey(Encoding.NOTE);
  }

  /**
   * The network for the encoding that lies beside the weights.
   *
   * @throws IllegalArgumentException if none was declared for it
   */
  public static FloatServed<Engraved<FloatNetwork>> load(Path weights) throws IOException {
    Encoding encoding = Encoding.of(WeightsFile.notes(weights));
    return FloatServed.load(
        weights, TableNetworks.of(encoding).blank().get(), network -> () -> network);
  }
}
