package dev.burin.checks.bench;

import com.sun.management.ThreadMXBean;
import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.io.WeightsFile;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * A weights file of 100 MB read into a network, against the file read at all, in turns; and what
 * memory the reading takes beside the weights that the network has. The file lies in the memory of
 * the system, so that no disk hides the work.
 */
public final class Loading {

  private static final int WIDTH = 5_000;
  private static final int ROUNDS = 15;
  private static final int BUFFER = 1 << 16;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Loading() {}

  /** Prints medians of processor time in milliseconds. */
  public static void main(String[] args) throws IOException {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(WIDTH, WIDTH, Activation.IDENTITY));
    float[] parameters = new float[ParameterLayout.of(shape).length()];
    Random random = new Random(1);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = random.nextFloat() - 0.5f;
    }
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.parameters(parameters);
    Path file = Files.createTempFile("burin-loading-", ".safetensors");
    try {
      WeightsFile.save(file, network);
      double[] read = new double[ROUNDS];
      double[] loaded = new double[ROUNDS];
      long taken = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        readAll(file);
        long between = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        WeightsFile.load(file, network);
        taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        read[round] = (between - start) / 1e6;
        loaded[round] = (THREADS.getCurrentThreadCpuTime() - between) / 1e6;
      }
      Arrays.sort(read);
      Arrays.sort(loaded);
      System.out.printf(
          Locale.ROOT,
          "%d MB: read %.1f ms, loaded %.1f ms (ratio %.2f), %.1f MB taken beside the network%n",
          Files.size(file) / 1_000_000,
          read[ROUNDS / 2],
          loaded[ROUNDS / 2],
          read[ROUNDS / 2] / loaded[ROUNDS / 2],
          taken / 1e6);
    } finally {
      Files.delete(file);
    }
  }

  private static long readAll(Path file) throws IOException {
    byte[] bytes = new byte[BUFFER];
    long sum = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        sum += bytes[0] + count;
      }
    }
    return sum;
  }
}
