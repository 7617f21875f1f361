package app;

import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class Ask {
  public static void main(String[] args) throws IOException {
    Path file = Path.of("flowers.safetensors");
    FlowersNetwork network = new FlowersNetwork();
    Encoding encoding = Encoding.of(WeightsFile.loadWithNotes(file, network));
    System.out.println(encoding.className(network.kind(encoding.floats(List.of(args)))));
  }
}
