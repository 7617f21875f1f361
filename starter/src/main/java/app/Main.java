package app;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.data.Split;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Momentum;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

final class Main {
  public static void main(String[] args) throws IOException {
    int n = 2000;
    float[] points = new float[n * 2]; // [n][2], row-major
    int[] inside = new int[n];
    Random random = new Random(1);
    for (int i = 0; i < n; i++) {
      float x = points[2 * i] = 2 * random.nextFloat() - 1;
      float y = points[2 * i + 1] = 2 * random.nextFloat() - 1;
      inside[i] = x * x + y * y < 0.5f ? 1 : 0;
    }
    Dataset data = new Dataset(new FloatTable(n, 2, points), Labels.of(inside).binary());
    Split parts = data.split(0.8);

    InCircleNetwork network = new InCircleNetwork(1); // the seed of the first weights
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Momentum(0.2, 0.9))
            .batch(32)
            .epochs(50)
            .build()
            .train(network, parts.train());
    System.out.printf("cost %.4f after %.2f s%n", history.finalCost(), history.seconds());
    System.out.printf("accuracy %.4f%n", Evaluation.of(network, parts.test()).accuracy());

    Path file = Path.of("in-circle.safetensors");
    WeightsFile.save(file, network);
    InCircle loaded = WeightsFile.load(file, new InCircleNetwork());
    System.out.println(loaded.contains(0.1f, 0.2f) + " on " + network.network().warmUp());
  }
}
