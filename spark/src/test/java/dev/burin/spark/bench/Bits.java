package dev.burin.spark.bench;

import dev.burin.network.FloatNetwork;
import dev.burin.spark.BurinModel;
import dev.burin.spark.PixelsNetwork;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares the outputs of all rows with those of single calls. */
final class Bits {

  private Bits() {}

  static void check(PixelsNetwork engraved, Dataset<Row> table, byte[] pixels) {
    FloatNetwork network = engraved.network();
    BurinModel model = BurinModel.of(engraved).setKeptCols("id").setOutputsCol("outputs");
    for (String column : List.of("vector", "floats", "pixels")) {
      for (Row row : model.setFeaturesCol(column).transform(table).collectAsList()) {
        float[] outputs = network.outputs(sample(pixels, (int) row.getLong(0)));
        for (int j = 0; j < outputs.length; j++) {
          double found = (Double) row.getSeq(row.fieldIndex("outputs")).apply(j);
          if (found != outputs[j]) {
            throw new IllegalStateException(
                column + ", row " + row.getLong(0) + ": " + found + ", not " + outputs[j]);
          }
        }
      }
    }
    System.out.println("outputs of all columns are those of single calls");
  }

  private static float[] sample(byte[] pixels, int row) {
    float[] x = new float[Digits.WIDTH];
    for (int k = 0; k < x.length; k++) {
      x[k] = (pixels[row * x.length + k] & 0xff) / 255f;
    }
    return x;
  }
}
