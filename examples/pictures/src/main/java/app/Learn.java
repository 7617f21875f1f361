package app;

import dev.burin.data.Dataset;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;

final class Learn {
  public static void main(String[] args) throws IOException {
    Dataset train = Drawn.pictures(4000, 1); // or Mnist.read(directory).oneHot(255).train()
    Dataset test = Drawn.pictures(1000, 2);
    ShapesNetwork network = new ShapesNetwork(1);
    Trainer.builder().optimizer(new Adam()).batch(32).epochs(10).build().train(network, train);
    System.out.printf("accuracy %.3f%n", Evaluation.of(network, test).accuracy());
    WeightsFile.save(Path.of("shapes.safetensors"), network);
  }
}
