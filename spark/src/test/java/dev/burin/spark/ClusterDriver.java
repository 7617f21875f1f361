package dev.burin.spark;

import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.train.Callback;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingState;
import dev.burin.train.Verdict;
import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An application: trains on a cluster, and prints the fingerprint of what it learned. */
final class ClusterDriver {

  private ClusterDriver() {}

  /**
   * Trains as often as told.
   *
   * @param arguments the address of the cluster, the jar, the number of the process of a worker to
   *     kill in the middle of the last training or 0, then for each training its batch, its updates
   *     and its partitions, with colons
   */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession session =
        SparkSession.builder()
            .master(arguments[0])
            .appName("burin")
            .config("spark.jars", arguments[1])
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .config("spark.sql.shuffle.partitions", "3")
            .config("spark.scheduler.minRegisteredResourcesRatio", "1")
            .getOrCreate()) {
      Dataset<Row> table = Rows.of(20_000, 11).table(session).repartition(5);
      for (int i = 3; i < arguments.length; i++) {
        String[] training = arguments[i].split(":", -1);
        long victim = i + 1 == arguments.length ? Long.parseLong(arguments[2]) : 0;
        BurinModel model =
            new BurinTrainer(new BlobsNetwork(1), builder(training, victim).build())
                .setFeaturesCol("bytes")
                .setDivisor(Rows.DIVISOR)
                .setRowNumberCol("id")
                .setPartitions(Integer.parseInt(training[2]))
                .fit(table);
        long right = model.transform(table).filter("prediction = label").count();
        print(arguments[i], (FloatNetwork) model.weighted().network(), right);
      }
    }
  }

  /** The training of a driver, without its partitions. */
  static TrainerBuilder builder(String[] training, long victim) {
    TrainerBuilder builder =
        Trainer.builder()
            .optimizer(new Momentum(0.2, 0.9))
            .batch(Integer.parseInt(training[0]))
            .iterations(Integer.parseInt(training[1]));
    return victim == 0 ? builder : builder.callbacks(new Killer(victim));
  }

  private static void print(String training, FloatNetwork network, long right) {
    System.out.printf(Locale.ROOT, "%s %s %d%n", training, Fingerprint.of(network).sha256(), right);
  }

  /** Kills a process and what it started after the tenth update. */
  private record Killer(long process) implements Callback {

    @Override
    public Verdict stepped(TrainingState state) {
      if (state.iteration() == 10) {
        ProcessHandle.of(process)
            .ifPresent(
                worker -> {
                  worker.descendants().forEach(ProcessHandle::destroyForcibly);
                  worker.destroyForcibly();
                });
        System.out.println("killed");
      }
      return Verdict.GO_ON;
    }
  }
}
