package dev.burin.sample.tutorial;

import dev.burin.data.Dataset;
import dev.burin.data.NumpyRandom;
import dev.burin.data.Split;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.sample.CostCurve;
import dev.burin.sample.Output;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The first tutorial's way from first weights to accuracies, for any depth of network. */
final class FivesAndEights {

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "The number of updates (default: ${DEFAULT-VALUE}).")
  private int iterations = 1000;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the picture of the cost goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("burin-out");

  /** Learns which pictures are eights; the picture is called {@code tutorial-NAME.png}. */
  void learn(String name, NeuralNetwork network, Settings settings) throws IOException {
    CostCurve curve = new CostCurve();
    Trainer trainer =
        settings.made(
            () ->
                Trainer.builder()
                    .optimizer(new Sgd(0.1))
                    .iterations(iterations)
                    .threads(settings.threads)
                    .listeners(new CostEvery(100), curve)
                    .build());
    Path picture = out.resolve("tutorial-" + name + ".png");
    Output.prepare(picture);
    Split digits = settings.mnist().binary(5, 8, 255);
    FirstWeights.overRootOfInputs(network, new NumpyRandom(1));

    TrainingHistory history = trainer.train(network, digits.train());
    Figures.cost(iterations, history.finalCost());

    Accuracy.print("train", network, fivesFirst(digits.train()));
    Accuracy.print("test", network, digits.test());
    Figures.seconds(history.seconds());
    Output.write(
        picture,
        curve.png("Cost of " + network.shape().widths() + " on fives and eights", history));
    Figures.line("curve " + picture);
  }

  /**
   * All fives before all eights. The last digit of an accuracy depends on the order of its sum:
   * with this order for the training images, and that of the file for the test images, all four
   * published accuracies come out to the last digit.
   */
  private static Dataset fivesFirst(Dataset digits) {
    int[] order = new int[digits.size()];
    int at = 0;
    for (int label = 0; label <= 1; label++) {
      for (int i = 0; i < order.length; i++) {
        if (digits.targets().value(i, 0) == label) {
          order[at++] = i;
        }
      }
    }
    return digits.view(order);
  }
}
