package dev.burin.checks.newcomer;

import dev.burin.csv.Csv;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Momentum;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;

final class Learn {
  public static void main(String[] args) throws IOException {
    Frame flowers = Csv.withoutHeader().read(Path.of(args[0]));
    System.out.println(flowers); // rows, missing and distinct cells, and ranges of all columns
    Frame.Parts parts = flowers.split(0.8, 1);
    Encoding encoding = Encoding.classOf("5").fit(parts.train());
    IrisNetwork network = new IrisNetwork(1);
    Trainer.builder()
        .optimizer(new Momentum(0.1, 0.9))
        .batch(16)
        .epochs(100)
        .build()
        .train(network, encoding.dataset(parts.train()));
    Evaluation test = Evaluation.of(network, encoding.dataset(parts.test()));
    System.out.println("accuracy " + test.accuracy());
    WeightsFile.save(Path.of(args[1]), network, encoding.notes());
  }
}
