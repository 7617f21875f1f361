package app;

import dev.burin.optimize.Adam;
import dev.burin.spark.Answer;
import dev.burin.spark.BurinModel;
import dev.burin.spark.BurinTrainer;
import dev.burin.train.Trainer;
import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains on a table, saves the model, and scores with what was saved: in a job and in SQL. */
public final class Circles {

  private Circles() {}

  /** Takes the folder that the model is saved in, on a file system that all machines see. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("circles").getOrCreate()) {
      Dataset<Row> points =
          spark
              .range(40_000)
              .selectExpr(
                  "id AS row",
                  // Two numbers from -1 to 1 that depend on the row alone.
                  "array(pmod(xxhash64(id, 1), 20001) / 10000D - 1,"
                      + " pmod(xxhash64(id, 2), 20001) / 10000D - 1) AS point")
              .selectExpr(
                  "row", "point", "int(pow(point[0], 2) + pow(point[1], 2) < 0.5) AS label");

      Trainer trainer =
          Trainer.builder().optimizer(new Adam(0.02)).batch(10_000).epochs(50).build();
      BurinModel model =
          new BurinTrainer(new CircleNetwork(1), trainer)
              .setFeaturesCol("point")
              .setRowNumberCol("row")
              .fit(points);
      System.out.printf(Locale.ROOT, "cost %.4f%n", model.history().orElseThrow().finalCost());
      model.write().overwrite().save(arguments[0]);

      BurinModel loaded = BurinModel.load(arguments[0]).setKeptCols("row", "label");
      Dataset<Row> answers = loaded.transform(points);
      System.out.printf(
          Locale.ROOT,
          "right %.4f%n",
          answers.filter("prediction = label").count() / (double) points.count());

      loaded.register(spark, "in_circle", Answer.PREDICTION);
      points.createOrReplaceTempView("points");
      spark
          .sql("SELECT in_circle(point) AS told, label, count(*) FROM points GROUP BY 1, 2")
          .orderBy("told", "label")
          .show();
    }
  }
}
