package app;

import dev.burin.csv.Csv;
import dev.burin.data.Encoded;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;

final class Learn {
  public static void main(String[] args) throws IOException {
    Frame flowers = Csv.withHeader().read(Path.of("flowers.csv"));
    Encoded data = Encoding.classOf("kind").split(flowers, 0.8, 1);
    FlowersNetwork network = new FlowersNetwork(1);
    Trainer trainer = Trainer.builder().optimizer(new Adam(0.01)).batch(16).epochs(50).build();
    trainer.train(network, data.train());
    System.out.println(Evaluation.of(network, data.test()));
    WeightsFile.save(Path.of("flowers.safetensors"), network, data.encoding().notes());
  }
}
