package dev.burin.sample.tutorial;

import dev.burin.data.Dataset;
import dev.burin.data.NumpyRandom;
import dev.burin.data.Scaling;
import dev.burin.data.Split;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The second tutorial: a perceptron that is updated after every sample, or a few. */
@Command(
    name = "mlp",
    description = {
      "784-30-10 on all digits, or 4-8-3 on iris: sigmoid, half the mean squared error,",
      "one-hot targets, weights 0.1 * RandomState(1).randn(out, in)."
    })
final class MlpCommand implements Callable<Integer> {

  /** The step for one sample; the gradient of a mini-batch is a mean, so that it takes more. */
  private static final double RATE_PER_SAMPLE = 0.3;

  @Mixin private final Settings settings = new Settings();

  @Option(names = "--iris", description = "Learn the species of flowers instead of digits.")
  private boolean iris;

  @Option(
      names = "--per-sample",
      description = "Update after every single sample, as the tutorial does.")
  private boolean perSample;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "The passes over the data (default: 30 for digits, 100 for iris).")
  private @Nullable Integer epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "The length of a step (default: 3.0 in mini-batches of 10, 0.3 per sample).")
  private @Nullable Double learningRate;

  @Override
  public Integer call() throws IOException {
    int batch = perSample ? 1 : 10;
    double rate = learningRate == null ? RATE_PER_SAMPLE * batch : learningRate;
    NumpyRandom random = new NumpyRandom(1);
    NeuralNetwork network = network();
    TrainerBuilder trainer = settings.made(() -> trainer(rate, batch, random));
    FirstWeights.times(0.1, network, random);
    Split data = iris ? flowers(random) : settings.mnist().oneHot(255);

    ShapeListing.lines(network.shape(), batch).forEach(Figures::line);
    TrainingHistory history =
        trainer.listeners(new Hits(network, data.test())).build().train(network, data.train());
    Figures.cost(history.plan().iterations(), history.finalCost());

    Figures.accuracy("train", Evaluation.of(network, data.train()).accuracy());
    Figures.accuracy("test", Evaluation.of(network, data.test()).accuracy());
    Figures.seconds(history.seconds());
    return 0;
  }

  private NeuralNetwork network() {
    if (iris) {
      return settings.inFloat
          ? new IrisPerceptronInFloatNetwork().network()
          : new IrisPerceptronNetwork().network();
    }
    return settings.inFloat
        ? new PerceptronInFloatNetwork().network()
        : new PerceptronNetwork().network();
  }

  /** 120 flowers to learn from and 30 others, all scaled as the 120 are. */
  private Split flowers(NumpyRandom random) throws IOException {
    Dataset all =
        IrisFile.read(
            settings.file(
                "tabular", "iris.csv", "It is iris.data of the UCI Machine Learning Repository."));
    Split raw = all.view(random.permutation(all.size())).inOrder().split(0.8);
    Scaling scaling = Scaling.standard(raw.train().features());
    return new Split(scaled(raw.train(), scaling), scaled(raw.test(), scaling));
  }

  private static Dataset scaled(Dataset data, Scaling scaling) {
    return new Dataset(scaling.toDouble(data.features()), data.targets());
  }

  private TrainerBuilder trainer(double rate, int batch, NumpyRandom random) {
    int passes = epochs != null ? epochs : iris ? 100 : 30;
    return Trainer.builder()
        .optimizer(new Sgd(rate))
        .batch(batch)
        .epochs(passes)
        .order(
            (order, epoch) ->
                System.arraycopy(random.permutation(order.length), 0, order, 0, order.length));
  }

  /** Prints after each epoch its mean cost and how many test samples are answered rightly. */
  private static final class Hits implements TrainingListener {

    private final NeuralNetwork network;
    private final Dataset test;
    private int epoch;

    Hits(NeuralNetwork network, Dataset test) {
      this.network = network;
      this.test = test;
    }

    @Override
    public void recorded(int iteration, double cost) {
      Figures.cost(iteration, cost);
      epoch++;
      Figures.line("hits " + epoch + " " + Evaluation.of(network, test).correct());
    }
  }
}
