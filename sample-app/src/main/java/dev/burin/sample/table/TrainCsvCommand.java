package dev.burin.sample.table;

import dev.burin.csv.Csv;
import dev.burin.data.Frame;
import dev.burin.io.WeightsFile;
import dev.burin.sample.Help;
import dev.burin.sample.Lines;
import dev.burin.sample.Output;
import dev.burin.sample.Printer;
import dev.burin.sample.plot.Plots;
import dev.burin.train.ConsoleProgress;
import dev.burin.train.Evaluation;
import dev.burin.train.TrainingListener;
import dev.burin.train.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a table from a CSV file and saves the network. */
@Command(
    name = "train-csv",
    description = "Learns to tell one column of a CSV file from the others, and saves the network.")
public final class TrainCsvCommand implements Callable<Integer> {

  static final String WEIGHTS = "table.safetensors";

  /** The share of the rows that the network is measured on. */
  private static final double TEST = 0.2;

  @Mixin final Help help = new Help();
  @Mixin private final TableFormat format = new TableFormat();
  @Mixin private final Recipe recipe = new Recipe();

  @Parameters(paramLabel = "FILE", description = "The CSV file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "The column to tell: its name, or its number from 1.")
  @SuppressWarnings("NullAway.Init")
  private String target;

  @Option(
      names = "--kind",
      paramLabel = "CLASS|VALUE",
      description =
          "What the target is (default: a class if it holds texts, or at most 20 whole numbers).")
  private Target.@Nullable Kind kind;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that the network does not read, by name or number.")
  private List<String> without = List.of();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Rows to measure the network on (default: a fifth of the others).")
  private @Nullable Path testFile;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Before all else, measure K networks on a K-th of the rows each.")
  private int folds = 0;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("burin-out");

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "Save after each epoch there, and go on from there if the last run did not come to its"
              + " end.")
  private @Nullable Path checkpoints;

  private final Printer printer = new Printer();

  @Override
  public Integer call() throws IOException {
    Path weights = out.resolve(WEIGHTS);
    Output.prepare(weights);
    Csv csv = format.of(file);
    Frame table = csv.read(file);
    Target told = Target.of(table, target, kind, without);
    printer.paragraph(TableFormat.described(csv), table.toString());
    if (folds != 0) {
      crossValidate(table, told);
    }
    Frame.Parts parts =
        testFile == null
            ? told.split(table, 1 - TEST, recipe.seed)
            : new Frame.Parts(table, csv.read(testFile));

    Learned learned = learn(parts.train(), table, told);
    printer.paragraph(
        Lines.format(
            "%s learned %s from %,d rows; %,d more told when to stop, and %,d were held out.",
            learned.network().network().shape().widths(),
            told,
            learned.train().size(),
            learned.validation().size(),
            parts.test().rows()),
        recipe + ".",
        learned.history() + ".");
    learned.history().hint().ifPresent(printer::paragraph);
    printer.paragraph(learned.encoding().toString());
    Evaluation test = learned.evaluate(parts.test());
    List<String> names =
        told.classes() ? learned.encoding().classes() : List.of(told.column() + " standardized");
    printer.paragraph(test.report(names));
    printer.paragraph(
        learned.score(learned.train()).line("train"),
        learned.score(learned.validation()).line("validation"),
        Score.of(learned.encoding(), test).line("test"));
    WeightsFile.save(weights, learned.network(), TableNotes.of(csv, table, learned.encoding()));
    List<String> files = new ArrayList<>(List.of("weights " + weights));
    Path report = out.resolve("report.html");
    learned.report(told.toString(), recipe.toString(), test, names).write(report);
    files.add("report  " + report);
    if (told.classes()) {
      Plots.of(test, names).write(out).forEach(file -> files.add("picture " + file));
    }
    printer.paragraph(files);
    return 0;
  }

  private Learned learn(Frame rows, Frame table, Target told) {
    ConsoleProgress progress = ConsoleProgress.standard();
    TrainingListener resumed =
        new TrainingListener() {
          @Override
          public void resumed(TrainingState state) {
            progress.line(
                Lines.format(
                    "The training goes on after %,d updates, from %s.",
                    state.iteration(), String.valueOf(checkpoints)));
          }
        };
    return Learned.from(rows, table, told, recipe, checkpoints, resumed, progress);
  }

  /** The score of each fold, and their mean, which all rows have a part in. */
  private void crossValidate(Frame table, Target told) {
    List<String> lines = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (Frame.Parts parts : told.folds(table, folds, recipe.seed)) {
      Learned learned = Learned.from(parts.train(), table, told, recipe, null);
      Score score = Score.of(learned.encoding(), learned.evaluate(parts.test()));
      scores.add(score);
      lines.add(score.line("fold " + scores.size()));
    }
    double mean = scores.stream().mapToDouble(Score::value).average().orElseThrow();
    lines.add(new Score(scores.getFirst().name(), mean).line("folds"));
    printer.paragraph(lines);
  }
}
