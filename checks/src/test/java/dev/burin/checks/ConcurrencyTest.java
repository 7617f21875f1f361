package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.network.FloatInference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One network serves many threads at once, and each gets the bits that it would get alone. */
class ConcurrencyTest {

  private static final int THREADS = 64;
  private static final int CALLS = 15_625;
  private static final int SAMPLES = 61;

  @Test
  void aBatchSharedAmongThreadsGetsTheBitsOfSingleSamples() {
    ChanceNetwork network = new ChanceNetwork(5);
    int n = 1_000;
    Random random = new Random(7);
    float[] x = new float[n * 37];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    float[] alone = new float[n];
    for (int s = 0; s < n; s++) {
      alone[s] = network.probability(Arrays.copyOfRange(x, s * 37, (s + 1) * 37));
    }

    for (int threads = 1; threads <= 8; threads++) {
      float[] shared = new float[n];
      new FloatInference(network.network(), threads).outputs(x, n, shared);
      assertThat(Arrays.mismatch(shared, alone)).as("%d threads", threads).isEqualTo(-1);
    }
  }

  @Test
  void aMillionCallsOfManyThreadsGetTheBitsOfOne() throws Exception {
    ChanceNetwork network = new ChanceNetwork(5);
    Random random = new Random(6);
    float[][] samples = new float[SAMPLES][37];
    int[] alone = new int[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      for (int k = 0; k < samples[s].length; k++) {
        samples[s][k] = (float) random.nextGaussian();
      }
      alone[s] = Float.floatToRawIntBits(network.probability(samples[s]));
    }
    assertThat(alone).doesNotHaveDuplicates();

    CountDownLatch start = new CountDownLatch(THREADS);
    List<Future<Integer>> wrong = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int t = 0; t < THREADS; t++) {
        int first = t;
        wrong.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  int count = 0;
                  for (int i = 0; i < CALLS; i++) {
                    int s = (first + i) % SAMPLES;
                    int bits = Float.floatToRawIntBits(network.probability(samples[s]));
                    count += bits == alone[s] ? 0 : 1;
                  }
                  return count;
                }));
      }
    }

    for (Future<Integer> each : wrong) {
      assertThat(each.get()).isZero();
    }
  }
}
