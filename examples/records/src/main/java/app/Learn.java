package app;

import dev.burin.io.WeightsFile;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;

final class Learn {
  public static void main(String[] args) throws IOException {
    FruitsNetwork fruits = new FruitsNetwork(1);
    Trainer trainer = Trainer.builder().optimizer(new Adam(0.01)).batch(32).epochs(40).build();
    trainer.train(fruits, Basket.of(1000, 1).dataset());
    Evaluation test = Evaluation.of(fruits, Basket.of(500, 2).dataset());
    System.out.printf("accuracy %.3f%n", test.accuracy());
    System.out.println(fruits.kind(new Fruit(1.7f, 0.7f, 1.05f, false)));
    WeightsFile.save(Path.of("fruits.safetensors"), fruits);
  }
}
