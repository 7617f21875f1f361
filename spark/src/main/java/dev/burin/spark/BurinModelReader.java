package dev.burin.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import scala.Option;

/** Loads what {@link BurinModelWriter} saved. */
final class BurinModelReader extends MLReader<BurinModel> {

  @Override
  public BurinModel load(String path) {
    DefaultParamsReader.Metadata metadata =
        DefaultParamsReader.loadMetadata(path, sparkSession(), BurinModel.class.getName());
    try {
      WeightedClass weighted =
          ModelFolder.load(path, sparkSession().sparkContext().hadoopConfiguration());
      BurinModel model = new BurinModel(metadata.uid(), weighted);
      metadata.getAndSetParams(model, Option.empty());
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
