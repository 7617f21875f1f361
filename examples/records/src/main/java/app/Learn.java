package app;

import dev.burin.data.Dataset;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.RecordSamples;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class Learn {
  public static void main(String[] args) throws IOException {
    FruitsNetwork fruits = new FruitsNetwork(1);
    Trainer trainer = Trainer.builder().optimizer(new Adam(0.01)).batch(32).epochs(40).build();
    trainer.train(fruits, dataset(fruits, Picked.some(1000, 1)));
    Evaluation test = Evaluation.of(fruits, dataset(fruits, Picked.some(500, 2)));
    System.out.printf("accuracy %.3f%n", test.accuracy());
    System.out.println(fruits.kind(new Fruit(1.7f, 0.7f, 1.05f, false)));
    WeightsFile.save(Path.of("fruits.safetensors"), fruits);
  }

  /** The network knows how a fruit is read, and which output each kind is. */
  private static Dataset dataset(FruitsNetwork fruits, List<Picked> picked) {
    return RecordSamples.classes(fruits, picked, Picked::fruit, Picked::kind);
  }
}
