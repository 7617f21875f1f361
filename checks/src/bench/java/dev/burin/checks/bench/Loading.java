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
      byte[] whole = new byte[(int) Files.size(file)];
      Work[] works = {
        new Work("read through 64 KiB", () -> readAll(file)),
        new Work("read into an array of its size", () -> readInto(file, whole)),
        new Work("read by Files.readAllBytes", () -> Files.readAllBytes(file)),
        new Work("loaded into a network without weights", () -> WeightsFile.load(file, fresh)),
        new Work("loaded into one that has weights", () -> WeightsFile.load(file, network)),
        new Work("saved", () -> WeightsFile.save(file, network)),
      };
      for (int round = 0; round < ROUNDS; round++) {
        fresh = network.another();
        for (Work work : works) {
          work.run(round);
        }
      }
      System.out.printf(Locale.ROOT, "%d MB%n", whole.length / 1_000_000);
      for (Work work : works) {
        System.out.println(work);
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Made before its weights are loaded, since memory of the system is not what is timed. */
  private static FloatNetwork fresh;

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

  private static void readInto(Path file, byte[] bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int at = 0;
      while (at < bytes.length) {
        at += in.read(bytes, at, Math.min(BUFFER, bytes.length - at));
      }
    }
  }

  /** What is timed, and what it took. */
  private static final class Work {

    private final String name;
    private final Action action;
    private final double[] milliseconds = new double[ROUNDS];
    private long taken;

    Work(String name, Action action) {
      this.name = name;
      this.action = action;
    }

    void run(int round) throws IOException {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      action.run();
      milliseconds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Override
    public String toString() {
      double[] sorted = milliseconds.clone();
      Arrays.sort(sorted);
      return String.format(
          Locale.ROOT, "%-40s %6.1f ms %8.1f MB taken", name, sorted[ROUNDS / 2], taken / 1e6);
    }
  }

  /** Something that reads or writes a file. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }
}
