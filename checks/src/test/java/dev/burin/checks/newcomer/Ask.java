package dev.burin.checks.newcomer;

import dev.burin.data.Encoding;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

final class Ask {
  public static void main(String[] args) throws IOException {
    IrisNetwork network = new IrisNetwork();
    Encoding encoding = Encoding.of(WeightsFile.loadWithNotes(Path.of(args[0]), network));
    var flower = Map.of("1", args[1], "2", args[2], "3", args[3], "4", args[4]);
    System.out.println(encoding.className(network.kind(encoding.floats(flower))));
  }
}
