package dev.burin.spark.bench;

import dev.burin.data.idx.Mnist;
import dev.burin.network.Fingerprint;
import dev.burin.optimize.Momentum;
import dev.burin.spark.BurinModel;
import dev.burin.spark.BurinTrainer;
import dev.burin.spark.PixelsNetwork;
import dev.burin.train.Callback;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingState;
import dev.burin.train.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An application: trains on the digits of MNIST on a cluster. */
public final class DigitsDriver {

  private DigitsDriver() {}

  /** Arguments as those of the driver of the tests. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession session =
        SparkSession.builder()
            .master(arguments[0])
            .appName("digits")
            .config("spark.jars", arguments[1])
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "1g")
            .config("spark.scheduler.minRegisteredResourcesRatio", "1")
            .getOrCreate()) {
      for (int i = 3; i < arguments.length; i++) {
        boolean last = i + 1 == arguments.length;
        System.out.println(train(session, arguments[i], last ? Long.parseLong(arguments[2]) : 0));
      }
    }
  }

  /** One training; its fingerprint and its times, in one line. */
  static String train(SparkSession session, String training, long victim) throws IOException {
    List<Long> ends = new ArrayList<>();
    Callback clock =
        new Callback() {
          @Override
          public Verdict stepped(TrainingState state) {
            ends.add(System.nanoTime());
            if (victim != 0 && state.iteration() == 100) {
              kill(victim);
            }
            return Verdict.GO_ON;
          }
        };
    String[] words = training.split(":", -1);
    Trainer trainer = builder(training).callbacks(clock).build();
    long start = System.nanoTime();
    BurinModel model =
        new BurinTrainer(new PixelsNetwork(1), trainer)
            .setFeaturesCol("pixels")
            .setRowNumberCol("id")
            .setPartitions(Integer.parseInt(words[2]))
            .fit(table(session));
    double all = (System.nanoTime() - start) * 1e-9;
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      steps.add((ends.get(i) - ends.get(i - 1)) * 1e-6);
    }
    steps.sort(null);
    return String.format(
        Locale.ROOT,
        "%s %s %.1f ms a step in the median, %.1f at best, %.1f s with reading%s",
        training,
        Fingerprint.of(model.network()).sha256(),
        steps.get(steps.size() / 2),
        steps.getFirst(),
        all,
        victim == 0 ? "" : ", a worker killed");
  }

  private static void kill(long process) {
    ProcessHandle.of(process)
        .ifPresent(
            worker -> {
              worker.descendants().forEach(ProcessHandle::destroyForcibly);
              worker.destroyForcibly();
            });
  }

  static TrainerBuilder builder(String training) {
    String[] words = training.split(":", -1);
    return Trainer.builder()
        .optimizer(new Momentum(0.1, 0.9))
        .batch(Integer.parseInt(words[0]))
        .iterations(Integer.parseInt(words[1]));
  }

  private static Dataset<Row> table(SparkSession session) throws IOException {
    Mnist mnist = Digits.read();
    int[] labels = Digits.labels(mnist);
    return Digits.pixels(session, mnist.trainImages().table(255).bytes(), labels, labels.length);
  }
}
