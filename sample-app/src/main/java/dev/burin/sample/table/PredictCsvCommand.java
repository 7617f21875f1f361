package dev.burin.sample.table;

import dev.burin.csv.Csv;
import dev.burin.csv.CsvRow;
import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import dev.burin.sample.Help;
import dev.burin.sample.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers the rows of a CSV file with a network that {@code train-csv} saved, and nothing else. */
@Command(
    name = "predict-csv",
    description = {
      "Tells the target of each row of a CSV file, one line each, with a network of 'train-csv'.",
      "A row that cannot be answered is refused, and then there is no answer at all."
    })
public final class PredictCsvCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();
  @Mixin private final TableFormat format = new TableFormat();

  @Parameters(paramLabel = "FILE", description = "The CSV file, with or without the target.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The network that 'train-csv' saved (default: ${DEFAULT-VALUE}).")
  private Path weights = Path.of("burin-out", TrainCsvCommand.WEIGHTS);

  @Override
  public Integer call() throws IOException {
    Map<String, String> notes = WeightsFile.notes(weights);
    TableNotes table = TableNotes.of(notes);
    Encoding encoding = Encoding.of(notes);
    FloatNetwork network = TableNetworks.of(encoding).blank().get().network();
    WeightsFile.load(weights, network);
    Csv csv = format.of(file, table.header());
    List<String> answers = new ArrayList<>();
    csv.forEach(file, row -> answers.add(answer(network, encoding, table, row)));
    answers.forEach(System.out::println);
    return 0;
  }

  private String answer(FloatNetwork network, Encoding encoding, TableNotes table, CsvRow row) {
    try {
      float[] x = encoding.floats(table.named(row.cells(), encoding.target()));
      return encoding.tellsClasses()
          ? encoding.className(network.predict(x))
          : Lines.format("%.6g", encoding.value(network.output(x)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": line " + row.line() + ": " + e.getMessage(), e);
    }
  }
}
