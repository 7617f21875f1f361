package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster of a master and two workers: the bits of one machine, also if a worker dies. */
class ClusterTest {

  private static final List<String> TRAININGS =
      List.of(
          "0:6:1",
          "0:6:2",
          "0:6:3",
          "0:6:7",
          "9000:12:1",
          "9000:12:2",
          "9000:12:3",
          "9000:12:7",
          "9000:25:3");

  @Test
  void trainsAndScoresToTheBitsOfOneMachine(@TempDir Path folder) throws Exception {
    List<String> expected = new ArrayList<>();
    for (String training : TRAININGS) {
      FloatNetwork network = new BlobsNetwork(1).network();
      ClusterDriver.builder(training.split(":", -1), 0).build().train(network, TrainingTest.data());
      expected.add(training + " " + Fingerprint.of(network).sha256() + " " + right(network));
    }
    expected.add(expected.size() - 1, "killed");
    try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  cluster.url(), cluster.jar().toString(), String.valueOf(cluster.secondWorker())));
      arguments.addAll(TRAININGS);
      String printed = cluster.drive(ClusterDriver.class, arguments.toArray(String[]::new));
      assertThat(printed.lines()).containsExactlyElementsOf(expected);
    }
  }

  private static long right(FloatNetwork network) {
    Rows rows = Rows.of(20_000, 11);
    long right = 0;
    for (int i = 0; i < rows.size(); i++) {
      right += network.predict(rows.floats(i)) == rows.labels()[i] ? 1 : 0;
    }
    return right;
  }
}
