package app;

import dev.burin.csv.Csv;
import dev.burin.data.Encoded;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.Missing;
import dev.burin.io.WeightsFile;
import dev.burin.optimize.Adam;
import dev.burin.train.EarlyStopping;
import dev.burin.train.Evaluation;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;

final class Learn {
  public static void main(String[] args) throws IOException {
    Frame flats = Csv.withHeader().read(Path.of("flats.csv"));
    System.out.println(flats);
    Encoded data =
        Encoding.valueOf("rent").missing(Missing.MEDIAN, "year").split(flats, 0.8, 1);
    RentNetwork network = new RentNetwork(1);
    Trainer.builder()
        .optimizer(new Adam(0.003))
        .batch(32)
        .epochs(300)
        .earlyStopping(new EarlyStopping(30))
        .build()
        .train(network, data.train());
    System.out.printf("R2 %.3f%n", Evaluation.of(network, data.test()).regression().r2());
    WeightsFile.save(Path.of("rent.safetensors"), network, data.encoding().notes());
  }
}
