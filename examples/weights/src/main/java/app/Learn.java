package app;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.data.Split;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Learns the weights anew; compile again afterwards, so that the new file is proved. */
final class Learn {
  public static void main(String[] args) throws IOException {
    float[] points = new float[2 * 1000];
    int[] moon = new int[1000];
    Random random = new Random(1);
    for (int i = 0; i < moon.length; i++) {
      double angle = Math.PI * random.nextDouble();
      moon[i] = i % 2;
      double side = moon[i] == 0 ? 1 : -1;
      points[2 * i] = (float) (side * Math.cos(angle) + moon[i] + 0.1 * random.nextGaussian());
      points[2 * i + 1] =
          (float) (side * Math.sin(angle) + 0.5 * moon[i] + 0.1 * random.nextGaussian());
    }
    Split parts = new Dataset(new FloatTable(1000, 2, points), Labels.of(moon).binary()).split(0.8);
    MoonsNetwork network = new MoonsNetwork(1);
    Trainer.builder()
        .optimizer(new Adam(0.01))
        .batch(32)
        .epochs(100)
        .build()
        .train(network, parts.train());
    System.out.println(Evaluation.of(network, parts.test()));
    Path file = Path.of(args.length > 0 ? args[0] : "src/main/resources/app/moons.safetensors");
    // The names are those of a PyTorch module with the layers hidden and out; four samples and
    // their answers go with the weights.
    WeightsFile.save(file, network, Writing.standard().layers("hidden", "out").golden(points, 4));
  }
}
