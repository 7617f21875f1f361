package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a normalisation comes to, {@code scale x + shift} for each feature, computed in double.
 *
 * @param scale {@code [features]}
 * @param shift {@code [features]}
 */
record Normalization(double[] scale, double[] shift) {

  private static final double EPSILON = 1e-5;

  /** That of a BatchNormalization whose statistics are known. */
  static Normalization of(Refusals refusals, OnnxNode node, List<@Nullable Tensor> in)
      throws MalformedFileException {
    if (node.integer("training_mode", 0) != 0) {
      throw refusals.of(
          node,
          "training_mode is 1, so that the answer for one sample depends on the others",
          "0; export the model for inference");
    }
    if (node.outputs().size() > 1 && node.outputs().stream().skip(1).anyMatch(o -> !o.isEmpty())) {
      throw refusals.of(
          node, "it gives the statistics of the batch too, as in training", "its one output");
    }
    Tensor gamma = statistic(refusals, node, in, 1, "scale");
    Tensor beta = statistic(refusals, node, in, 2, "B");
    Tensor mean = statistic(refusals, node, in, 3, "mean");
    Tensor variance = statistic(refusals, node, in, 4, "var");
    int n = gamma.values().length;
    if (beta.values().length != n || mean.values().length != n || variance.values().length != n) {
      throw refusals.of(
          node, "scale, B, mean and var have different lengths", "one number for each feature");
    }
    double epsilon = node.number("epsilon", EPSILON);
    double[] scale = new double[n];
    double[] shift = new double[n];
    for (int j = 0; j < n; j++) {
      scale[j] = gamma.values()[j] / Math.sqrt(variance.values()[j] + epsilon);
      shift[j] = beta.values()[j] - mean.values()[j] * scale[j];
      if (!Double.isFinite(scale[j]) || !Double.isFinite(shift[j])) {
        throw refusals.of(
            node,
            "feature " + j + " has the variance " + variance.values()[j],
            "statistics by which it can be divided");
      }
    }
    return new Normalization(scale, shift);
  }

  private static Tensor statistic(
      Refusals refusals, OnnxNode node, List<@Nullable Tensor> in, int i, String what)
      throws MalformedFileException {
    Tensor tensor = i < in.size() ? in.get(i) : null;
    if (tensor == null || tensor.rank() != 1) {
      throw refusals.of(
          node,
          what + ", " + Refusals.shown(node.input(i)) + ", is no constant of one dimension",
          "one number for each feature");
    }
    return tensor;
  }

  /** That of a Scaler: {@code (x - offset) scale}, each for all features or for each of them. */
  static Normalization ofScaler(Refusals refusals, OnnxNode node, int features)
      throws MalformedFileException {
    double[] offset = each(refusals, node, "offset", 0, features);
    double[] scale = each(refusals, node, "scale", 1, features);
    double[] shift = new double[features];
    for (int j = 0; j < features; j++) {
      shift[j] = -offset[j] * scale[j];
    }
    return new Normalization(scale, shift);
  }

  private static double[] each(
      Refusals refusals, OnnxNode node, String key, double otherwise, int features)
      throws MalformedFileException {
    float[] given = node.floats(key);
    double[] each = new double[features];
    if (given == null || given.length == 0) {
      Arrays.fill(each, otherwise);
      return each;
    }
    if (given.length != 1 && given.length != features) {
      throw refusals.of(
          node,
          key + " has " + given.length + " numbers for " + features + " features",
          "one for each, or one for all");
    }
    for (int j = 0; j < features; j++) {
      each[j] = given[given.length == 1 ? 0 : j];
    }
    return each;
  }
}
