package dev.burin.checks.bench;

import dev.burin.io.CompactWeights;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.network.CompactNetwork;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Weights of eight bits in memory beside floats: the processor time of one sample and of small
 * batches of 1024-4096-4096-1024, in turns in one JVM, and the memory of JVMs that hold one of the
 * two.
 */
public final class Compact {

  private static final int[] BATCHES = {1, 2, 4, 8, 16, 32};

  private static final int TURNS = 21;

  /** What one turn takes at the least. */
  private static final long TURN_NANOS = 20_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is timed. */
  private interface Work {
    void run();
  }

  private Compact() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 1) {
      held(args[0], Path.of(args[1]));
      return;
    }
    FloatNetwork drawn = Nets.LARGE.make();
    Path file = Files.createTempFile("compact", ".safetensors");
    System.out.println(drawn.shape());
    for (StorageType type : new StorageType[] {StorageType.SAME, StorageType.INT8}) {
      WeightsFile.save(file, drawn, Writing.standard().storage(type));
      System.out.printf(Locale.ROOT, "file of %s: %.1f MB; ", type, Files.size(file) / 1e6);
      child(type == StorageType.INT8 ? "int8" : "float", file.toString());
    }
    FloatNetwork floats = WeightsFile.load(file, drawn.another());
    CompactNetwork compact = CompactWeights.load(file, drawn.shape());
    System.out.println(
        floats.warmUp(Duration.ofMinutes(3)) + ", " + compact.warmUp(Duration.ofMinutes(3)));
    for (int n : BATCHES) {
      compare(floats, compact, n);
    }
    Files.delete(file);
  }

  private static void compare(FloatNetwork floats, CompactNetwork compact, int n) {
    float[] x = new float[n * floats.shape().inputs()];
    Random random = new Random(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    float[] wanted = new float[n * floats.shape().outputs()];
    float[] found = new float[wanted.length];
    Work[] works = {
      n == 1 ? () -> floats.outputs(x, wanted) : () -> floats.outputs(x, n, wanted),
      n == 1 ? () -> compact.outputs(x, found) : () -> compact.outputs(x, n, found)
    };
    double[][] millis = new double[works.length][TURNS];
    for (int turn = -3; turn < TURNS; turn++) {
      for (int w = 0; w < works.length; w++) {
        double time = millis(works[w]);
        millis[w][Math.max(turn, 0)] = time;
      }
    }
    Arrays.stream(millis).forEach(Arrays::sort);
    double float32 = millis[0][TURNS / 2];
    double int8 = millis[1][TURNS / 2];
    System.out.printf(
        Locale.ROOT,
        "%2d samples: float %.3f ms, int8 %.3f ms, ratio %.2f, bits %s%n",
        n,
        float32,
        int8,
        int8 / float32,
        Arrays.equals(wanted, found) ? "equal" : "DIFFERENT");
  }

  /** The processor time of one run. */
  private static double millis(Work work) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end = begin;
    int runs = 0;
    while (end - begin < TURN_NANOS) {
      work.run();
      runs++;
      end = THREADS.getCurrentThreadCpuTime();
    }
    return (end - begin) / 1e6 / runs;
  }

  private static void child(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path", ""),
                Compact.class.getName()));
    command.addAll(List.of(args));
    new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
  }

  /** Loads a file, answers, and says what the JVM takes then. */
  private static void held(String what, Path file) throws IOException {
    float[] x = new float[Nets_LargeNetwork.INPUTS];
    Object kept;
    if (what.equals("int8")) {
      CompactNetwork compact = CompactWeights.load(file, Nets_LargeNetwork.SHAPE);
      compact.outputs(x);
      kept = compact;
    } else {
      FloatNetwork floats = WeightsFile.load(file, new Nets_LargeNetwork()).network();
      floats.outputs(x);
      kept = floats;
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: heap in use %.1f MB, process %.0f MB%n",
        kept.getClass().getSimpleName(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
        Memory.resident(ProcessHandle.current().pid()));
  }
}
