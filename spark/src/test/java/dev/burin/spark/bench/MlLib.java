package dev.burin.spark.bench;

import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerLayout;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.linalg.Vectors;

/** MLlib's perceptron with the weights of a network. */
final class MlLib {

  private MlLib() {}

  /** Of each layer W column by column, {@code [out][in]}, and then b. */
  static MultilayerPerceptronClassificationModel of(FloatNetwork network) {
    List<Double> weights = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(List.of(network.shape().inputs()));
    for (LayerLayout layer : network.layout().layers()) {
      widths.add(layer.out());
      for (int k = 0; k < layer.in(); k++) {
        for (int j = 0; j < layer.out(); j++) {
          weights.add(network.parameter(layer.weight(j, k)));
        }
      }
      for (int j = 0; j < layer.out(); j++) {
        weights.add(network.parameter(layer.bias(j)));
      }
    }
    double[] flat = weights.stream().mapToDouble(Double::doubleValue).toArray();
    MultilayerPerceptronClassificationModel model =
        new MultilayerPerceptronClassificationModel("mlp", Vectors.dense(flat));
    model.set(model.layers(), widths.stream().mapToInt(Integer::intValue).toArray());
    return model;
  }
}
