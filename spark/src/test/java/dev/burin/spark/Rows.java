package dev.burin.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Samples of three blobs, and the table of them with one column for each form of features: {@code
 * id}, {@code vector}, {@code floats}, {@code doubles}, {@code bytes}, {@code label}. The bytes
 * over 64 are the numbers.
 *
 * @param x {@code [n][6]}
 * @param labels {@code [n]}
 */
record Rows(byte[][] x, int[] labels) {

  static final int INPUTS = 6;
  static final int DIVISOR = 64;

  static Rows of(int n, long seed) {
    Random random = new Random(seed);
    byte[][] x = new byte[n][INPUTS];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextInt(3);
      for (int k = 0; k < INPUTS; k++) {
        x[i][k] = (byte) (random.nextInt(150) + (k % 3 == labels[i] ? 90 : 0));
      }
    }
    return new Rows(x, labels);
  }

  int size() {
    return labels.length;
  }

  float[] floats(int i) {
    float[] floats = new float[INPUTS];
    for (int k = 0; k < INPUTS; k++) {
      floats[k] = (x[i][k] & 0xff) / (float) DIVISOR;
    }
    return floats;
  }

  double[] doubles(int i) {
    double[] doubles = new double[INPUTS];
    for (int k = 0; k < INPUTS; k++) {
      doubles[k] = (x[i][k] & 0xff) / (double) DIVISOR;
    }
    return doubles;
  }

  static StructType schema() {
    return new StructType()
        .add("id", DataTypes.LongType, false)
        .add("vector", SQLDataTypes.VectorType(), true)
        .add("floats", DataTypes.createArrayType(DataTypes.FloatType), true)
        .add("doubles", DataTypes.createArrayType(DataTypes.DoubleType), true)
        .add("bytes", DataTypes.BinaryType, true)
        .add("label", DataTypes.IntegerType, false);
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      double[] doubles = doubles(i);
      Vector vector = Vectors.dense(doubles);
      rows.add(
          RowFactory.create(
              (long) i,
              i % 2 == 0 ? vector : vector.toSparse(),
              floats(i),
              doubles,
              x[i],
              labels[i]));
    }
    return rows;
  }

  Dataset<Row> table(SparkSession session) {
    return session.createDataFrame(rows(), schema());
  }
}
