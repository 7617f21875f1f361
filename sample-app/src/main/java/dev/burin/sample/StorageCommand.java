package dev.burin.sample;

import dev.burin.data.Dataset;
import dev.burin.io.StorageCost;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.train.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what it costs to keep weights in smaller types. */
@Command(
    name = "storage",
    description = "Keeps the weights in each type that a file can have, and measures the cost.")
final class StorageCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Mixin private final Source source = new Source();

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The weights that 'train' saved (default: ${DEFAULT-VALUE}).")
  private Path weights = Path.of("burin-out", Output.WEIGHTS);

  @Override
  public Integer call() throws IOException {
    FiveOrEightNetwork network = WeightsFile.load(weights, new FiveOrEightNetwork());
    Dataset test = source.digits().test();
    double[] x = pixels(test);
    TextTable table =
        new TextTable().row("type", "bytes", "test accuracy", "greatest difference", "other class");
    for (StorageType type : StorageType.values()) {
      StorageCost cost = StorageCost.of(network, type, x, test.size());
      byte[] bytes = WeightsFile.bytes(network, Writing.standard().storage(type));
      FiveOrEightNetwork read = WeightsFile.load(bytes, type.name(), new FiveOrEightNetwork());
      table.row(
          type.name(),
          Long.toString(cost.bytes()),
          String.format(Locale.ROOT, "%.4f", Evaluation.of(read, test).accuracy()),
          String.format(Locale.ROOT, "%.1e", cost.greatest()),
          Integer.toString(cost.decisions()));
    }
    new Printer().paragraph(table.lines());
    return 0;
  }

  private static double[] pixels(Dataset data) {
    int columns = data.features().columns();
    double[] x = new double[data.size() * columns];
    for (int row = 0; row < data.size(); row++) {
      float[] pixels = Digits.picture(data, row);
      for (int k = 0; k < columns; k++) {
        x[row * columns + k] = pixels[k];
      }
    }
    return x;
  }
}
