package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5Array;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers that give each number a factor and a shift. */
final class Normalization {

  /** What Keras bounds the root of a variance by from below. */
  private static final double LEAST_ROOT = 1e-7;

  private static final double[] ZERO = {0};
  private static final double[] ONE = {1};

  private Normalization() {}

  /** BatchNormalization: {@code y = gamma (x - mean) / sqrt(variance + epsilon) + beta}. */
  static Step batch(Layer layer, Version version, Variables variables, Weights weights)
      throws IOException {
    if (version.before(2, 0)) {
      throw layer.refused(
          "Keras " + version + " meant several things by it", "a file of Keras 2 or newer");
    }
    if (layer.truth("renorm", false)) {
      throw layer.refused("it has renorm", "one without");
    }
    requireFeatures(layer);
    boolean scaled = layer.truth("scale", true);
    boolean centered = layer.truth("center", true);
    List<String> roles = new ArrayList<>();
    if (scaled) {
      roles.add("gamma");
    }
    if (centered) {
      roles.add("beta");
    }
    roles.add("moving_mean");
    roles.add("moving_variance");
    List<Hdf5Array> arrays = variables.of(layer, roles);
    List<Long> shape = arrays.getFirst().shape();
    if (shape.size() != 1) {
      throw layer.refused("its variables have the shape " + shape, "one length");
    }
    List<double[]> numbers = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      numbers.add(weights.read(layer, roles.get(i), arrays.get(i), shape));
    }
    double[] root = numbers.removeLast();
    double[] mean = numbers.removeLast();
    double epsilon = layer.number("epsilon", 1e-3);
    for (int k = 0; k < root.length; k++) {
      root[k] = Math.sqrt(root[k] + epsilon);
    }
    return new Step.Normalize(
        layer.place(),
        scaled ? numbers.getFirst() : ONE,
        mean,
        root,
        centered ? numbers.getLast() : ZERO);
  }

  /** Normalization: {@code y = (x - mean) / sqrt(variance)}. */
  static Step features(Layer layer, Variables variables, Weights weights) throws IOException {
    requireFeatures(layer);
    if (layer.truth("invert", false)) {
      throw layer.refused("it has invert", "one that is not inverted");
    }
    double @Nullable [] mean = layer.numbers("mean");
    double @Nullable [] root = layer.numbers("variance");
    if (mean == null || root == null) {
      // The third one counts what the first two were taken from.
      boolean counted = variables.count(layer) == 3;
      List<String> roles = List.of("mean", "variance", "count");
      List<Hdf5Array> arrays = variables.of(layer, counted ? roles : roles.subList(0, 2));
      mean = weights.read(layer, "mean", arrays.get(0), arrays.get(0).shape());
      root = weights.read(layer, "variance", arrays.get(1), arrays.get(0).shape());
    }
    if (mean.length != root.length) {
      throw layer.refused(
          "it has " + mean.length + " means and " + root.length + " variances", "as many");
    }
    for (int k = 0; k < root.length; k++) {
      root[k] = Math.max(Math.sqrt(root[k]), LEAST_ROOT);
    }
    return new Step.Normalize(layer.place(), ONE, mean, root, ZERO);
  }

  /** Rescaling: {@code y = scale x + offset}. */
  static Step.Normalize rescaling(Layer layer) throws MalformedFileException {
    double @Nullable [] scale = layer.numbers("scale");
    double @Nullable [] offset = layer.numbers("offset");
    if (scale == null) {
      throw layer.refused("it has no scale", "one");
    }
    double[] shift = offset == null ? ZERO : offset;
    if (scale.length > 1 && shift.length > 1 && scale.length != shift.length) {
      throw layer.refused(
          "it has " + scale.length + " factors and " + shift.length + " offsets", "as many");
    }
    double[] mean = new double[Math.max(scale.length, shift.length)];
    return new Step.Normalize(layer.place(), scale, mean, ONE, shift);
  }

  /** They go along the features of a row, which is the last axis by whichever number. */
  private static void requireFeatures(Layer layer) throws MalformedFileException {
    double @Nullable [] axes = layer.numbers("axis");
    if (axes != null && (axes.length != 1 || (axes[0] != -1 && axes[0] != 1))) {
      throw layer.refused("its axis is " + Arrays.toString(axes), "-1 or 1, the features");
    }
  }
}
