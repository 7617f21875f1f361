package dev.burin.spark.bench;

import dev.burin.data.idx.Mnist;
import dev.burin.spark.Answer;
import dev.burin.spark.BurinModel;
import dev.burin.spark.PixelsNetwork;
import dev.burin.spark.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What scoring 784-100-10 costs on {@code local[2]} from Parquet: processor time of the process, in
 * turns, the middle of the rounds after the first ones. It fails if a bar is missed or a bit
 * differs.
 */
public final class ScoringBench {

  /** The rows that are written at a time. */
  private static final int PART = 12_000;

  /**
   * The rows that Spark reads of Parquet at a time. Its default, 4,096, means arrays of 3 to 26 MB
   * for rows of 784 numbers, each of which makes the collector mark the heap: 0.95 s in place of
   * 0.54 for vectors, 0.46 in place of 0.40 for pixels, 1.83 in place of 1.60 for MLlib. All jobs
   * have the same.
   */
  private static final String READ_AT_A_TIME = "512";

  private ScoringBench() {}

  /**
   * Takes the rounds before those that count, those, and the rows, in twelve thousands: 15, 21 and
   * 12000 if they are not given.
   */
  public static void main(String[] arguments) throws IOException {
    int cold = number(arguments, 0, 15);
    int rounds = number(arguments, 1, 21);
    int rows = number(arguments, 2, PART);
    try (SparkSession session = Sessions.local()) {
      session.conf().set("spark.sql.parquet.columnarReaderBatchSize", READ_AT_A_TIME);
      Mnist mnist = Digits.read();
      String path = Path.of("target/bench/digits").toAbsolutePath().toUri().toString();
      byte[] pixels = mnist.trainImages().table(255).bytes();
      for (int from = 0; from < rows; from += PART) {
        Digits.table(session, pixels, Digits.labels(mnist), from, PART)
            .repartition(4)
            .write()
            .mode(from == 0 ? "overwrite" : "append")
            .parquet(path);
      }
      Dataset<Row> table = session.read().parquet(path);
      PixelsNetwork network = new PixelsNetwork(1);
      Bits.check(network, table.filter("id < " + PART), pixels);
      System.out.println("computed by " + network.network().warmUp());
      report(jobs(session, network, table), cold, rounds, rows);
    }
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return at < arguments.length ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private static Map<String, LongSupplier> jobs(
      SparkSession session, PixelsNetwork network, Dataset<Row> table) {
    BurinModel model = BurinModel.of(network).setKeptCols("label");
    MultilayerPerceptronClassificationModel mllib =
        MlLib.of(network.network()).setFeaturesCol("vector");
    model.register(session, "digit", Answer.PREDICTION);
    table.createOrReplaceTempView("digits");
    Map<String, LongSupplier> jobs = new LinkedHashMap<>();
    jobs.put("MLlib, vector", () -> right(mllib.transform(table)));
    for (String column : List.of("vector", "floats", "pixels")) {
      jobs.put("batches, " + column, () -> right(model.setFeaturesCol(column).transform(table)));
    }
    jobs.put("SQL function, vector", () -> sql(session, "vector"));
    jobs.put("SQL function, pixels", () -> sql(session, "pixels"));
    // The same job with the length of a cell in place of what the network says of it: Spark decodes
    // the column and copies each cell out of it for either.
    jobs.put("reading pixels alone", () -> table.filter("length(pixels) = label").count());
    return jobs;
  }

  private static long right(Dataset<Row> answers) {
    return answers.filter("prediction = label").count();
  }

  private static long sql(SparkSession session, String column) {
    return session
        .sql("SELECT count(*) FROM digits WHERE digit(" + column + ") = label")
        .first()
        .getLong(0);
  }

  private static void report(Map<String, LongSupplier> jobs, int cold, int rounds, int rows) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round < cold + rounds; round++) {
      for (var job : jobs.entrySet()) {
        Stopwatch clock = new Stopwatch();
        long result = job.getValue().getAsLong();
        double cpu = clock.cpuSeconds();
        if (round >= cold) {
          seconds.computeIfAbsent(job.getKey(), key -> new ArrayList<>()).add(cpu);
        }
        if (round == 0) {
          System.out.printf(Locale.ROOT, "%-24s result %d%n", job.getKey(), result);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%n%-24s %8s %16s%n", rows + " rows", "CPU s", "rows per CPU s");
    seconds.forEach(
        (job, all) ->
            System.out.printf(
                Locale.ROOT, "%-24s %8.3f %16.0f%n", job, middle(all), rows / middle(all)));
    double mllib = middle(seconds.get("MLlib, vector"));
    double pixels = middle(seconds.get("batches, pixels"));
    Bar.atLeast("MLlib over batches, vector", 2.5, mllib / middle(seconds.get("batches, vector")));
    Bar.atLeast("MLlib over batches, pixels", 4, mllib / pixels);
    Bar.atMost("batches over reading", 1.3, pixels / middle(seconds.get("reading pixels alone")));
    Bar.atMost("SQL over batches", 2, middle(seconds.get("SQL function, pixels")) / pixels);
    Bar.end();
  }

  /** The mean of the middle half: the clock of a process has steps of 10 ms, a median too. */
  private static double middle(List<Double> values) {
    int quarter = values.size() / 4;
    return values.stream()
        .sorted()
        .skip(quarter)
        .limit(values.size() - 2L * quarter)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }
}
