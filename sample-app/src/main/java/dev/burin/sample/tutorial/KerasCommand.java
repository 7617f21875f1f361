package dev.burin.sample.tutorial;

import dev.burin.data.Split;
import dev.burin.data.idx.Mnist;
import dev.burin.optimize.RmsProp;
import dev.burin.sample.Help;
import dev.burin.train.ConsoleProgress;
import dev.burin.train.Evaluation;
import dev.burin.train.Metric;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The example that Keras shipped for years: dropout and RMSprop on all digits. */
@Command(
    name = "keras",
    description = {
      "784-512-512-10 on all digits, in float: ReLU, dropout 0.2, softmax, cross-entropy, RMSprop",
      "at 0.001 in Keras' form, batches of 128, 20 epochs."
    })
final class KerasCommand implements Callable<Integer> {

  private static final int BATCH = 128;

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:BURIN_DATA:-../shared/data}",
      description = {
        "The directory with mnist/",
        "(default: what BURIN_DATA names, else ../shared/data)."
      })
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "The passes over the digits (default: ${DEFAULT-VALUE}).")
  private int epochs = 20;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "First weights, order and dropout follow from it (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "The threads that share the work; no bit depends on it (default: all).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description = "Save after each epoch there, and go on from there.")
  private @Nullable Path checkpoints;

  @Override
  public Integer call() throws IOException {
    TrainerBuilder trainer = trainer();
    Split digits = Mnist.read(data.resolve("mnist")).oneHot(255);
    KerasDigitsNetwork network = new KerasDigitsNetwork(seed);
    ShapeListing.lines(network.network().shape(), BATCH).forEach(Figures::line);
    // As in the example, which looks at the test digits and decides nothing by them.
    trainer.validation(digits.test(), Metric.accuracy());
    TrainingHistory history = trainer.build().train(network, digits.train());

    double[] costs = history.validationCosts();
    double[] accuracies = history.metric("accuracy");
    for (int e = 0; e < costs.length; e++) {
      Figures.line("epoch " + (e + 1) + " cost " + costs[e] + " accuracy " + accuracies[e]);
    }
    Figures.accuracy("train", Evaluation.of(network, digits.train()).accuracy());
    Figures.accuracy("test", Evaluation.of(network, digits.test()).accuracy());
    Figures.seconds(history.seconds());
    return 0;
  }

  private TrainerBuilder trainer() {
    try {
      TrainerBuilder trainer =
          Trainer.builder()
              .optimizer(RmsProp.keras(0.001))
              .batch(BATCH)
              .epochs(epochs)
              .order(Order.shuffled(seed))
              .seed(seed)
              .threads(threads)
              .listeners(ConsoleProgress.standard());
      return checkpoints == null ? trainer : trainer.checkpoints(checkpoints);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
