package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.optimize.Momentum;
import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.data.Shuffle;
import dev.burin.kernel.FloatNetwork;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches that are read in chunks have the bits of those that lie in memory whole. */
class ChunksTest {

  private static Dataset bytes(int n, int in) {
    byte[] pixels = new byte[n * in];
    Random random = new Random(5);
    random.nextBytes(pixels);
    int[] labels = random.ints(n, 0, 2).toArray();
    return new Dataset(new ByteTable(n, in, pixels, 255), Labels.of(labels).binary());
  }

  private static Dataset floats(dev.burin.data.Samples samples) {
    int n = samples.size();
    float[] x = new float[n * samples.inputs()];
    float[] y = new float[n * samples.outputs()];
    samples.copy(Shuffle.identity(n), 0, n, x, y);
    return new Dataset(
        new FloatTable(n, samples.inputs(), x), new FloatTable(n, samples.outputs(), y));
  }

  private static double[] trained(
      dev.burin.data.Samples samples, FloatNetwork network, int batch, int threads) {
    return Trainer.builder()
        .optimizer(new Momentum(0.3, 0.9))
        .batch(batch)
        .epochs(3)
        .threads(threads)
        .build()
        .train(network, samples)
        .costs();
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,1",
    "127,0,1",
    "128,0,2",
    "129,0,1",
    "700,0,1",
    "700,0,3",
    "700,200,2",
    "50,7,1"
  })
  void ofBytesViewsAndJoinedTables(int n, int batch, int threads) {
    Dataset bytes = bytes(n, 13);
    int[] order = Shuffle.permutation(n, 3);
    Dataset joined = bytes.take(n / 3).and(bytes.range(n / 3, n));
    for (Dataset samples : new Dataset[] {bytes, bytes.view(order), joined}) {
      FloatNetwork expected = Samples.floats(13, 6, 2);
      FloatNetwork network = Samples.floats(13, 6, 2);
      double[] costs = trained(floats(samples), expected, batch, 1);
      assertThat(trained(samples, network, batch, threads)).containsExactly(costs);
      assertThat(network.parameters()).containsExactly(expected.parameters());
      assertThat(Evaluation.cost(network, samples))
          .isEqualTo(Evaluation.cost(expected, floats(samples)));
    }
  }
}
