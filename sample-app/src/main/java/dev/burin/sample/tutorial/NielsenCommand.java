package dev.burin.sample.tutorial;

import dev.burin.data.Dataset;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.WeightDecay;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The book: two of its training runs, from the same weights in the same order. */
@Command(
    name = "nielsen",
    description = {
      "784-30-10, sigmoid, cross-entropy, mini-batches of 10, weight decay: two figures of",
      "\"Neural Networks and Deep Learning\" replayed, epoch by epoch."
    })
final class NielsenCommand implements Callable<Integer> {

  private static final int TRAINING = 50_000;
  private static final int ALL = 60_000;
  private static final int EPOCHS = 30;
  private static final int BATCH = 10;

  /** The book's lambda over its number of training samples. */
  private static final WeightDecay DECAY = new WeightDecay(5.0 / TRAINING);

  @Mixin private final Settings settings = new Settings();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How much of the 30 epochs is replayed (default: ${DEFAULT-VALUE}).")
  private int epochs = EPOCHS;

  @Override
  public Integer call() throws IOException {
    if (epochs < 1 || epochs > EPOCHS) {
      throw settings.refusal("--epochs is " + epochs + ", but 1 to 30 epochs were published.");
    }
    PublishedRun published = new PublishedRun(settings);
    double[] publishedHits = published.validationHits();
    double[] publishedCosts = published.trainingCosts();
    // The book divides pixels by 256, which no rounding touches.
    Dataset digits = settings.mnist().oneHot(256).train();
    Dataset training = digits.take(TRAINING);
    Dataset validation = digits.range(TRAINING, ALL);

    double[] hits = new double[epochs];
    Measure counting =
        (network, epoch) -> {
          int right = Evaluation.of(network, validation).correct();
          hits[epoch] = right;
          Figures.line("hits " + (epoch + 1) + " " + right);
        };
    learn(0.1, training, published, counting);
    Figures.line("hits equal " + equal(hits, publishedHits) + " of " + epochs + " epochs");

    double[] costs = new double[epochs];
    Measure costing =
        (network, epoch) -> {
          costs[epoch] = Evaluation.cost(network, training) + DECAY.cost(network);
          Figures.cost((epoch + 1) * (TRAINING / BATCH), costs[epoch]);
        };
    learn(0.025, training, published, costing);
    Figures.line(
        "cost distance " + distance(costs, publishedCosts) + " over " + epochs + " epochs");
    return 0;
  }

  private void learn(double learningRate, Dataset training, PublishedRun published, Measure measure)
      throws IOException {
    NeuralNetwork network =
        settings.inFloat
            ? new BookDigitsInFloatNetwork().network()
            : new BookDigitsNetwork().network();
    published.start(network);
    int[][] orders = published.orders(epochs, TRAINING);
    TrainingListener afterEpoch =
        new TrainingListener() {
          @Override
          public void recorded(int iteration, double cost) {
            measure.take(network, iteration / (TRAINING / BATCH));
          }
        };
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(learningRate))
            .weightDecay(DECAY.l2())
            .batch(BATCH)
            .epochs(epochs)
            .order((order, epoch) -> System.arraycopy(orders[epoch], 0, order, 0, order.length))
            .listeners(afterEpoch)
            .build()
            .train(network, training);
    Figures.seconds(history.seconds());
  }

  /** How many values are those that were published. */
  private static int equal(double[] ours, double[] theirs) {
    int equal = 0;
    for (int i = 0; i < ours.length; i++) {
      equal += ours[i] == theirs[i] ? 1 : 0;
    }
    return equal;
  }

  /** The greatest relative distance to what was published. */
  private static double distance(double[] ours, double[] theirs) {
    double greatest = 0;
    for (int i = 0; i < ours.length; i++) {
      greatest = Math.max(greatest, Math.abs(ours[i] - theirs[i]) / theirs[i]);
    }
    return greatest;
  }

  /** What is measured and printed after each epoch, counted from 0. */
  private interface Measure {
    void take(NeuralNetwork network, int epoch);
  }
}
