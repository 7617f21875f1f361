package dev.burin.checks.bench;

import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import dev.burin.data.MappedTable;
import dev.burin.data.MappedType;
import dev.burin.data.Table;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How fast a training on a mapped file is beside one in memory, in turns in one JVM: {@code mvn -q
 * -P bench -pl checks -am compile exec:exec -Dbench.main=dev.burin.checks.bench.Mapped
 * -Drun.jvm=-Xmx256m -Drun.args="/tmp/mapped.f32 4"} with 4 for the gigabytes. The file is written
 * if it is not there.
 */
public final class Mapped {

  private static final int COLUMNS = 784;
  private static final int CLASSES = 10;
  private static final int BATCH = 128;
  private static final int BLOCK = 65_536;
  private static final int UPDATES = 150;
  private static final int IN_MEMORY = 20_000;
  private static final int ROUNDS = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Mapped() {}

  /** Measures; the file and its size in gigabytes. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int rows = (int) (Double.parseDouble(args[1]) * (1L << 30) / COLUMNS / Float.BYTES);
    if (Files.notExists(file)) {
      write(file, rows);
    }
    MappedTable all = MappedTable.of(file, MappedType.FLOAT, COLUMNS);
    int[] first = new int[IN_MEMORY];
    Arrays.setAll(first, i -> i);
    Dataset mapped = dataset(all);
    Dataset memory = dataset(all.select(first));
    System.out.printf(
        Locale.ROOT,
        "%,d rows of %d in %s, heap %d MB%n",
        all.rows(),
        COLUMNS,
        file,
        Runtime.getRuntime().maxMemory() >> 20);
    for (Nets net : new Nets[] {Nets.DIGITS, Nets.FIVE_OR_EIGHT}) {
      FloatNetwork network = net.make();
      network.warmUp(Duration.ofMinutes(2));
      Dataset[] both = net == Nets.DIGITS ? of(mapped, memory) : of(two(mapped), two(memory));
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double there = samplesPerSecond(network, both[0], Order.blocks(BLOCK, round));
        double here = samplesPerSecond(network, both[1], Order.shuffled(round));
        ratios[round] = there / here;
        System.out.printf(
            Locale.ROOT,
            "%s mapped %.0f memory %.0f samples/s of CPU: %.3f%n",
            net,
            there,
            here,
            ratios[round]);
      }
      Arrays.sort(ratios);
      System.out.printf(Locale.ROOT, "%s median %.3f%n", net, ratios[ROUNDS / 2]);
    }
  }

  private static Dataset[] of(Dataset mapped, Dataset memory) {
    return new Dataset[] {mapped, memory};
  }

  private static Dataset dataset(Table features) {
    return new Dataset(features, Labels.of(labels(features.rows(), CLASSES)).oneHot(CLASSES));
  }

  private static Dataset two(Dataset data) {
    return new Dataset(data.features(), Labels.of(labels(data.size(), 2)).binary());
  }

  private static int[] labels(int n, int classes) {
    int[] labels = new int[n];
    Arrays.setAll(labels, i -> i % classes);
    return labels;
  }

  /** Samples in a second of the processor, once all numbers have been looked at. */
  private static double samplesPerSecond(FloatNetwork network, Dataset data, Order order) {
    Trainer trainer =
        Trainer.builder()
            .optimizer(new Sgd(0.001))
            .batch(BATCH)
            .iterations(2 * UPDATES)
            .order(order)
            .threads(1)
            .build();
    try (Training training = trainer.begin(network, data)) {
      training.step();
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < UPDATES; i++) {
        training.step();
      }
      return UPDATES * (double) BATCH / (THREADS.getCurrentThreadCpuTime() - start) * 1e9;
    }
  }

  private static void write(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    ByteBuffer row = ByteBuffer.allocate(COLUMNS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < rows; i++) {
        row.clear();
        for (int j = 0; j < COLUMNS; j++) {
          row.putFloat((random.nextInt() >>> 8) * 0x1p-24f);
        }
        out.write(row.array());
      }
    }
  }
}
