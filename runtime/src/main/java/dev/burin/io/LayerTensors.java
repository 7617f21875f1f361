package dev.burin.io;

import dev.burin.safetensors.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a file that share the name of a layer, such as {@code fc1.weight} and {@code
 * fc1.bias}.
 *
 * @param base the name of the layer; empty where tensors are called {@code weight} and {@code bias}
 * @param members the tensors by the last part of their names
 */
record LayerTensors(String base, Map<String, Tensor> members) {

  static final String WEIGHT = "weight";
  static final String KERNEL = "kernel";
  static final String BIAS = "bias";

  /** What a weight of whole numbers is multiplied with, by output; the name is that of others. */
  static final String SCALE = "weight_scale";

  private static final Set<String> NORMALIZATION =
      Set.of(
          "running_mean", "running_var", "moving_mean", "moving_variance", "num_batches_tracked");

  /** The layers of a file, in no order. */
  static List<LayerTensors> of(Iterable<Tensor> tensors) {
    Map<String, Map<String, Tensor>> layers = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      String name = tensor.name();
      int dot = name.lastIndexOf('.');
      layers
          .computeIfAbsent(name.substring(0, Math.max(dot, 0)), base -> new LinkedHashMap<>())
          .put(name.substring(dot + 1), tensor);
    }
    List<LayerTensors> list = new ArrayList<>();
    layers.forEach((base, members) -> list.add(new LayerTensors(base, members)));
    return list;
  }

  @Nullable Tensor weight() {
    Tensor weight = members.get(WEIGHT);
    return weight != null ? weight : members.get(KERNEL);
  }

  @Nullable Tensor bias() {
    return members.get(BIAS);
  }

  @Nullable Tensor scale() {
    return members.get(SCALE);
  }

  /** Whether the weight is called as in Keras, where it lies the other way round. */
  boolean isKernel() {
    return !members.containsKey(WEIGHT);
  }

  /** Whether the weight has two dimensions, as that of a layer must. */
  boolean isMatrix() {
    Tensor weight = weight();
    return weight != null && weight.shape().size() == 2;
  }

  /** Whether this is no layer but a normalization, which changes what a network answers. */
  boolean isNormalization() {
    Set<String> names = new HashSet<>(members.keySet());
    names.retainAll(NORMALIZATION);
    Tensor weight = members.getOrDefault("gamma", weight());
    return !names.isEmpty() || (weight != null && weight.shape().size() == 1);
  }

  /** The full name of a member. */
  String name(String member) {
    return name(base, member);
  }

  /** The full name of a member of a layer. */
  static String name(String base, String member) {
    return base.isEmpty() ? member : base + "." + member;
  }

  /** What is used of the members. */
  Set<Tensor> used() {
    Set<Tensor> used = new HashSet<>();
    for (String name : List.of(isKernel() ? KERNEL : WEIGHT, BIAS, SCALE)) {
      Tensor tensor = members.get(name);
      if (tensor != null) {
        used.add(tensor);
      }
    }
    return used;
  }
}
