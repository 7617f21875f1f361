package dev.burin.sample.tutorial;

import dev.burin.check.GradientCheck;
import dev.burin.check.LayerReport;
import dev.burin.data.Dataset;
import dev.burin.data.NumpyRandom;
import dev.burin.data.Shuffle;
import dev.burin.data.Split;
import dev.burin.hdf5.Hdf5;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.sample.TextTable;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The third tutorial: cats, and a gradient that is checked weight by weight. */
@Command(
    name = "cats",
    description = {
      "12288-7-1, ReLU and sigmoid, binary cross-entropy: cats on 209 pictures in full batches,",
      "learning rate 0.0077, weights 0.01 * RandomState(seed).randn(out, in)."
    })
final class CatsCommand implements Callable<Integer> {

  private static final String SOURCE =
      "It is a file of the course \"Neural Networks and Deep Learning\" by deeplearning.ai, where"
          + " it is called datasets/";

  /** So short that no weight has to be skipped at a kink of ReLU. */
  private static final double STEP = 0x1p-15;

  @Mixin private final Settings settings = new Settings();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "The number of updates (default: ${DEFAULT-VALUE}).")
  private int iterations = 2501;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the first weights (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Make a table of N seeds, from --seed on, instead of one run.")
  private int seeds;

  @Option(
      names = "--layer",
      paramLabel = "L",
      description = "The layer whose gradient is checked, 1 or 2 (default: both).")
  private List<Integer> layers = List.of(1, 2);

  @Override
  public Integer call() throws IOException {
    for (int layer : layers) {
      if (layer != 1 && layer != 2) {
        throw settings.refusal("--layer is " + layer + ", but the layers are 1 and 2.");
      }
    }
    if (seeds < 0) {
      throw settings.refusal("--seeds is " + seeds + ", not 0 or more.");
    }
    TrainerBuilder trainer = settings.made(this::trainer);
    NumpyRandom random = settings.made(() -> new NumpyRandom(seed));
    Split pictures = new Split(pictures("train"), pictures("test"));
    if (seeds > 0) {
      table(pictures, trainer.build());
      return 0;
    }
    NeuralNetwork network = network(random);
    TrainingHistory history =
        trainer.listeners(new CostEvery(500)).build().train(network, pictures.train());
    if (network instanceof DoubleNetwork checked) {
      for (int layer : layers) {
        Figures.gradient(report(checked, layer, pictures.train()));
      }
    }
    Accuracy.print("train", network, pictures.train());
    Accuracy.print("test", network, pictures.test());
    Figures.seconds(history.seconds());
    return 0;
  }

  /** The pictures of one of the two files. */
  private Dataset pictures(String part) throws IOException {
    String name = part + "_catvnoncat.h5";
    Path file = settings.file("catvnoncat", name, SOURCE + name + ".");
    return new Dataset(
        Hdf5.bytes(file, part + "_set_x", 255), Hdf5.labels(file, part + "_set_y").binary());
  }

  private NeuralNetwork network(NumpyRandom random) {
    NeuralNetwork network =
        settings.inFloat
            ? new CatPictureInFloatNetwork().network()
            : new CatPictureNetwork().network();
    FirstWeights.times(0.01, network, random);
    return network;
  }

  private TrainerBuilder trainer() {
    return Trainer.builder()
        .optimizer(new Sgd(0.0077))
        .iterations(iterations)
        .threads(settings.threads);
  }

  /** Every weight and bias of a layer: the kernels against differences of the cost. */
  private static LayerReport report(DoubleNetwork network, int layer, Dataset data) {
    int n = data.size();
    double[] x = new double[n * network.shape().inputs()];
    double[] y = new double[n];
    data.copy(Shuffle.identity(n), 0, n, x, y);
    return GradientCheck.full().withStep(STEP).checkLayer(network, layer, x, y, n);
  }

  /** The last cost before an update and both accuracies, for one seed after another. */
  private void table(Split pictures, Trainer trainer) {
    TextTable table = new TextTable().row("seed", "cost", "train", "test");
    for (long s = seed; s < seed + seeds; s++) {
      NeuralNetwork network = network(new NumpyRandom(s));
      TrainingHistory history = trainer.train(network, pictures.train());
      table.row(
          String.valueOf(s),
          String.valueOf(history.cost(history.size() - 1)),
          String.valueOf(Evaluation.of(network, pictures.train()).accuracy()),
          String.valueOf(Evaluation.of(network, pictures.test()).accuracy()));
    }
    table.lines().forEach(Figures::line);
  }
}
