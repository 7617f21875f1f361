package dev.burin.spark.bench;

import dev.burin.data.idx.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The training digits of MNIST as a table. */
final class Digits {

  static final int WIDTH = 784;

  private Digits() {}

  /** MNIST from the directory that BURIN_DATA names, or from {@code ../shared/data}. */
  static Mnist read() throws IOException {
    String named = System.getenv("BURIN_DATA");
    return Mnist.read(Path.of(named == null ? "../shared/data" : named).resolve("mnist"));
  }

  /** The first n digits: {@code id}, {@code pixels}, {@code label}. */
  static Dataset<Row> pixels(SparkSession session, byte[] pixels, int[] labels, int n) {
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType, false)
            .add("pixels", DataTypes.BinaryType, false)
            .add("label", DataTypes.DoubleType, false);
    List<Row> rows =
        IntStream.range(0, n)
            .mapToObj(
                i ->
                    RowFactory.create(
                        (long) i,
                        Arrays.copyOfRange(pixels, i * WIDTH, (i + 1) * WIDTH),
                        (double) labels[i]))
            .toList();
    return session.createDataFrame(rows, schema);
  }

  static int[] labels(Mnist mnist) {
    int[] labels = new int[mnist.trainLabels().size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = mnist.trainLabels().get(i);
    }
    return labels;
  }

  /**
   * Digits from one on: {@code id}, {@code pixels}, {@code floats}, {@code vector}, {@code label}.
   */
  static Dataset<Row> table(SparkSession session, byte[] pixels, int[] labels, int from, int n) {
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType, false)
            .add("pixels", DataTypes.BinaryType, false)
            .add("floats", DataTypes.createArrayType(DataTypes.FloatType, false), false)
            .add("vector", SQLDataTypes.VectorType(), false)
            .add("label", DataTypes.DoubleType, false);
    List<Row> rows =
        IntStream.range(from, from + n)
            .mapToObj(
                i -> {
                  byte[] own = Arrays.copyOfRange(pixels, i * WIDTH, (i + 1) * WIDTH);
                  float[] floats = new float[WIDTH];
                  double[] doubles = new double[WIDTH];
                  for (int k = 0; k < WIDTH; k++) {
                    floats[k] = (own[k] & 0xff) / 255f;
                    doubles[k] = floats[k];
                  }
                  return RowFactory.create(
                      (long) i, own, floats, Vectors.dense(doubles), (double) labels[i]);
                })
            .toList();
    return session.createDataFrame(rows, schema);
  }
}
