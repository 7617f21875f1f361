package dev.burin.spark.bench;

import dev.burin.data.Dataset;
import dev.burin.data.idx.Mnist;
import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import dev.burin.spark.PixelsNetwork;
import dev.burin.spark.Sessions;
import dev.burin.spark.StandaloneCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Trains 784-100-10 on the 60,000 digits of MNIST: 20 full-batch and 200 mini-batch steps, in 1, 2,
 * 3 and 7 partitions, on {@code local[2]} and on a cluster of which a worker is killed in the
 * middle. It fails if a bit is not that of one machine, and prints what a step takes, here and in
 * MLlib.
 */
public final class TrainingBench {

  private static final List<String> TRAININGS =
      List.of(
          "0:20:1",
          "0:20:2",
          "0:20:3",
          "0:20:7",
          "128:200:1",
          "128:200:2",
          "128:200:3",
          "128:200:7",
          "16384:200:1",
          "16384:200:2",
          "16384:200:3",
          "16384:200:7");

  private TrainingBench() {}

  /**
   * Takes those of {@code cluster}, {@code local} and {@code mllib} that are to run and, after
   * them, the batches and steps, such as {@code 128:200}; all of either if none is given.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> parts = given(arguments, false, List.of("cluster", "local", "mllib"));
    List<String> kinds = given(arguments, true, List.of("0:20", "128:200", "16384:200"));
    List<String> trainings =
        TRAININGS.stream().filter(training -> kinds.contains(kind(training))).toList();
    Mnist mnist = Digits.read();
    Map<String, String> expected = alone(mnist.oneHot(255).train(), trainings);
    if (parts.contains("cluster")) {
      compare(cluster(trainings), expected);
    }
    try (SparkSession session = Sessions.local()) {
      if (parts.contains("local")) {
        System.out.println("local[2]");
        List<String> lines = new ArrayList<>();
        for (String training : trainings) {
          lines.add(DigitsDriver.train(session, training, 0));
        }
        compare(lines, expected);
      }
      if (parts.contains("mllib")) {
        mllib(session, mnist);
      }
    }
  }

  private static List<String> given(String[] arguments, boolean kinds, List<String> all) {
    List<String> given =
        Arrays.stream(arguments).filter(word -> word.contains(":") == kinds).toList();
    return given.isEmpty() ? all : given;
  }

  private static List<String> cluster(List<String> trainings) throws Exception {
    System.out.println(
        "cluster, 2 workers of 1 core; the second dies in the training in 4 partitions");
    Path folder = Files.createTempDirectory("burin-cluster");
    try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
      List<String> words =
          new ArrayList<>(
              List.of(cluster.url(), cluster.jar().toString(), "" + cluster.secondWorker()));
      words.addAll(trainings);
      words.add(kind(trainings.getLast()) + ":4");
      return cluster.drive(DigitsDriver.class, words.toArray(String[]::new)).lines().toList();
    }
  }

  /** The fingerprints of one machine, by batch and updates. */
  private static Map<String, String> alone(Dataset data, List<String> trainings) {
    Map<String, String> fingerprints = new TreeMap<>();
    for (String training : trainings) {
      String kind = kind(training);
      if (!fingerprints.containsKey(kind)) {
        FloatNetwork network = new PixelsNetwork(1).network();
        Stopwatch clock = new Stopwatch();
        DigitsDriver.builder(training).build().train(network, data);
        System.out.printf(
            Locale.ROOT,
            "one machine, %-10s %.1f ms a step, %.1f ms of processor%n",
            kind,
            clock.seconds() / steps(training) * 1e3,
            clock.cpuSeconds() / steps(training) * 1e3);
        fingerprints.put(kind, Fingerprint.of(network).sha256());
      }
    }
    return fingerprints;
  }

  private static String kind(String training) {
    return training.substring(0, training.lastIndexOf(':'));
  }

  private static int steps(String training) {
    return Integer.parseInt(training.split(":", -1)[1]);
  }

  private static void compare(List<String> lines, Map<String, String> expected) {
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words.length < 3) {
        System.out.println(line);
        continue;
      }
      boolean same = words[1].equals(expected.get(kind(words[0])));
      System.out.printf(
          Locale.ROOT, "%-14s %s, %s%n", words[0], same ? "same bits" : "OTHER BITS", words[2]);
      if (!same) {
        System.exit(1);
      }
    }
  }

  private static void mllib(SparkSession session, Mnist mnist) {
    org.apache.spark.sql.Dataset<Row> table =
        Digits.table(
                session, mnist.trainImages().table(255).bytes(), Digits.labels(mnist), 0, 60_000)
            .select("vector", "label")
            .repartition(2)
            .cache();
    table.count();
    int iterations = 5;
    Stopwatch clock = new Stopwatch();
    new MultilayerPerceptronClassifier()
        .setLayers(new int[] {784, 100, 10})
        .setFeaturesCol("vector")
        .setMaxIter(iterations)
        .setTol(0)
        .setSeed(1)
        .fit(table);
    System.out.printf(
        Locale.ROOT,
        "MLlib, full batches, l-bfgs: %.0f ms an iteration, %.0f ms of processor, its line search"
            + " and start included%n",
        clock.seconds() / iterations * 1e3,
        clock.cpuSeconds() / iterations * 1e3);
  }
}
