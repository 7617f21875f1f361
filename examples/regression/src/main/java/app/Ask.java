package app;

import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class Ask {
  public static void main(String[] args) throws IOException {
    RentNetwork network = new RentNetwork();
    Path file = Path.of("rent.safetensors");
    Encoding encoding = Encoding.of(WeightsFile.loadWithNotes(file, network));
    float answer = network.standardized(encoding.floats(List.of(args)));
    System.out.printf("%.0f%n", encoding.value(answer));
  }
}
