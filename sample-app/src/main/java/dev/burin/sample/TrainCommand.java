package dev.burin.sample;

import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import dev.burin.network.InputScaling;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Sgd;
import dev.burin.sample.plot.Plots;
import dev.burin.train.ConsoleProgress;
import dev.burin.train.Evaluation;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the network, shows how well it answers, and saves it. */
@Command(
    name = "train",
    description = "Trains the network on digits that it draws itself, or on MNIST.")
final class TrainCommand implements Callable<Integer> {

  /** The samples and directions of the gradient check: a moment's work. */
  private static final int PROBE_SAMPLES = 16;

  private static final int PROBE_DIRECTIONS = 4;

  @Mixin final Help help = new Help();

  @Mixin private final Source source = new Source();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "The number of updates (default: ${DEFAULT-VALUE}).")
  private int iterations = 1000;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "The length of a step (default: 0.1 for MNIST, 0.3 for drawn digits).")
  private @Nullable Double learningRate;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description =
          "The share of a step that the next one keeps, from 0 to below 1"
              + " (default: 0 for MNIST, 0.9 for drawn digits).")
  private @Nullable Double momentum;

  @Option(
      names = "--batch",
      paramLabel = "B",
      description =
          "The samples of one update, 0 for all (default: all for MNIST, 20 for drawn digits).")
  private @Nullable Integer batch;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "The threads that share the work; no bit depends on it (default: all).")
  private int threads =
      Math.min(Runtime.getRuntime().availableProcessors(), NeuralNetwork.MOST_THREADS);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("burin-out");

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Where the weights go (default: five-or-eight.safetensors in --out).")
  private @Nullable Path weights;

  private final Printer printer = new Printer();

  @Override
  public Integer call() throws IOException, GradientException {
    Path weightsFile = weights == null ? out.resolve(Output.WEIGHTS) : weights;
    Path curveFile = out.resolve("cost.png");
    ConsoleProgress progress = ConsoleProgress.standard();
    CostCurve curve = new CostCurve();
    Trainer trainer = trainer(new CostLines(progress), curve, progress);
    Output.prepare(weightsFile);
    Output.prepare(curveFile);
    Digits digits = source.digits();
    FiveOrEightNetwork fiveOrEight = new FiveOrEightNetwork(source.seed);
    FloatNetwork network = fiveOrEight.network();

    introduce(network, digits);
    GradientProbe probe =
        GradientProbe.of(network, digits.train(), PROBE_SAMPLES, PROBE_DIRECTIONS);
    printer.paragraph(probe.lines());
    printer.paragraph();
    TrainingHistory history = trainer.train(fiveOrEight, digits.train());
    progress.line(Lines.cost(iterations, history.finalCost()));

    double onTrain = Evaluation.of(fiveOrEight, digits.train()).accuracy();
    Evaluation test = Evaluation.of(fiveOrEight, digits.test());
    printer.paragraph(
        Lines.accuracy("train", onTrain),
        Lines.accuracy("test", test.accuracy()),
        Lines.format("seconds %.1f", history.seconds()));
    printer.paragraph(Pace.lines(history, network.kernels().path()));
    history.hint().ifPresent(printer::paragraph);
    new Gallery(fiveOrEight, digits.test()).show(printer);

    // Whoever has the raw pixels of a file need not know what they were divided by.
    network.inputScaling(InputScaling.over(Digits.WHITE));
    WeightsFile.save(weightsFile, network);
    Output.write(curveFile, curve.png(title(network, digits), history));
    List<String> files = new ArrayList<>();
    files.add("weights " + weightsFile);
    files.add("curve   " + curveFile);
    Plots.of(test, List.of("5", "8"))
        .and(network, Pen.SIDE)
        .write(out)
        .forEach(file -> files.add("picture " + file));
    printer.paragraph(files);
    probe.require();
    return 0;
  }

  private void introduce(FloatNetwork network, Digits digits) {
    int samples = digits.train().size();
    int used = batch() == 0 ? samples : Math.min(batch(), samples);
    printer.paragraph(
        Lines.format(
            "%s learns on %,d %s, fives and eights; %,d more are held out.",
            network.shape().widths(), samples, digits.name(), digits.test().size()),
        Lines.format(
            "%,d iterations, batch %,d, learning rate %s, momentum %s, seed %d, threads %d",
            iterations, used, learningRate(), momentum(), source.seed, threads));
    printer.paragraph(ShapeTable.lines(network.shape()));
  }

  private Trainer trainer(TrainingListener... listeners) {
    try {
      return Trainer.builder()
          .optimizer(optimizer())
          .iterations(iterations)
          .batch(batch())
          .order(Order.shuffled(source.seed))
          .threads(threads)
          .listeners(listeners)
          .build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Sentence.line(e.getMessage()), e);
    }
  }

  private Optimizer optimizer() {
    return momentum() == 0 ? new Sgd(learningRate()) : new Momentum(learningRate(), momentum());
  }

  private double learningRate() {
    return chosen(learningRate, 0.1, 0.3);
  }

  private double momentum() {
    return chosen(momentum, 0.0, 0.9);
  }

  private int batch() {
    return chosen(batch, 0, 20);
  }

  /** What was given; without it, one value for MNIST and another for drawn digits. */
  private <T> T chosen(@Nullable T given, T forMnist, T forDrawn) {
    if (given != null) {
      return given;
    }
    return source.mnist == null ? forDrawn : forMnist;
  }

  private static String title(FloatNetwork network, Digits digits) {
    return "Cost of " + network.shape().widths() + " on " + digits.name();
  }
}
