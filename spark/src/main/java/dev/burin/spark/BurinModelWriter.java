package dev.burin.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;

/**
 * Saves a model as a folder: {@code metadata}, as Spark's own models have it, and the weights as
 * any program reads them that reads weights files.
 */
final class BurinModelWriter extends MLWriter {

  private final BurinModel model;

  BurinModelWriter(BurinModel model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    DefaultParamsWriter.saveMetadata(model, path, sparkSession());
    try {
      ModelFolder.save(path, model.weighted(), sparkSession().sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
