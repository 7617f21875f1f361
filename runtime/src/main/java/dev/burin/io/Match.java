package dev.burin.io;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.Tensor;
import dev.burin.safetensors.TensorType;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a file beside the weights and biases of a network: each has one, of its shape and
 * of a type that can be read, or none where biases are 0.
 */
final class Match {

  private final Refusals refusals;
  private final NetworkShape shape;
  private final Reading reading;
  private final LayerOrder order;

  private Match(String file, NetworkShape shape, Reading reading) {
    this.refusals = new Refusals(file, shape);
    this.shape = shape;
    this.reading = reading;
    this.order = new LayerOrder(refusals, reading.layout());
  }

  /**
   * Finds the tensor of each slot.
   *
   * @param slots the weights and biases of the network in its order
   * @return one for each slot, in their order, or null for biases that are 0
   * @throws MalformedFileException if the file is not one for the network
   */
  static List<@Nullable Place> of(
      String file, Header header, List<Slot> slots, NetworkShape shape, Reading reading)
      throws MalformedFileException {
    return new Match(file, shape, reading).places(header.tensors().values(), slots);
  }

  private List<@Nullable Place> places(Collection<Tensor> tensors, List<Slot> slots)
      throws MalformedFileException {
    List<LayerTensors> all = LayerTensors.of(tensors);
    List<LayerTensors> layers = reading.layers().isEmpty() ? found(all) : named(all);
    for (int l = 0; l < layers.size(); l++) {
      weight(layers.get(l), l);
    }
    requireNothingElse(tensors, all, layers);
    boolean biased = layers.stream().anyMatch(layer -> layer.bias() != null);
    List<@Nullable Place> places = new ArrayList<>();
    for (Slot slot : slots) {
      LayerTensors layer = layers.get(slot.layer().number() - 1);
      places.add(slot.bias() ? bias(layer, slot, biased) : weight(layer, slot));
    }
    return places;
  }

  private List<LayerTensors> found(List<LayerTensors> all) throws MalformedFileException {
    List<LayerTensors> layers = all.stream().filter(LayerTensors::isMatrix).toList();
    int needed = shape.layers().size();
    if (layers.size() < needed) {
      // What is no matrix may be meant as one, and is refused for its shape then.
      List<LayerTensors> weighted = all.stream().filter(layer -> layer.weight() != null).toList();
      if (weighted.size() < needed) {
        throw tooFew(weighted);
      }
      layers = weighted;
    }
    return order.of(layers);
  }

  private MalformedFileException tooFew(List<LayerTensors> layers) {
    if (layers.isEmpty()) {
      return refusals.of(
          "there is no tensor \"layer1.weight\", nor another that ends in .weight or .kernel",
          "the weights and biases of a network " + shape.widths());
    }
    return refusals.of(
        String.format(
            Locale.ROOT,
            "there are the weights of %d layers, but a network %s has %d",
            layers.size(),
            shape.widths(),
            shape.layers().size()),
        "a weight for each of them");
  }

  private List<LayerTensors> named(List<LayerTensors> all) throws MalformedFileException {
    if (reading.layers().size() != shape.layers().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The reading names %d layers, but the network %s has %d; name each of them.",
              reading.layers().size(),
              shape.widths(),
              shape.layers().size()));
    }
    List<LayerTensors> layers = new ArrayList<>();
    for (String name : reading.layers()) {
      layers.add(
          all.stream()
              .filter(layer -> layer.base().equals(name) && layer.weight() != null)
              .findFirst()
              .orElseThrow(() -> refusals.missing(LayerTensors.name(name, LayerTensors.WEIGHT))));
    }
    return layers;
  }

  /** Whatever is left over is told, and a normalization is never passed over. */
  private void requireNothingElse(
      Collection<Tensor> tensors, List<LayerTensors> all, List<LayerTensors> layers)
      throws MalformedFileException {
    Set<Tensor> used = new HashSet<>();
    layers.forEach(layer -> used.addAll(layer.used()));
    for (LayerTensors each : all) {
      if (each.isNormalization() && !used.containsAll(each.members().values())) {
        throw refusals.normalization(each);
      }
    }
    if (!reading.ignoresExtras()) {
      for (Tensor tensor : tensors) {
        if (!used.contains(tensor)) {
          throw refusals.extra(tensor);
        }
      }
    }
  }

  private Tensor weight(LayerTensors layer, int l) throws MalformedFileException {
    Tensor weight = Objects.requireNonNull(layer.weight());
    if (!weight.shape().equals(order.needed(layer, l))) {
      throw order.mismatch(layer, weight, l);
    }
    return weight;
  }

  private Place weight(LayerTensors layer, Slot slot) throws MalformedFileException {
    Tensor weight = weight(layer, slot.layer().number() - 1);
    Tensor scale = null;
    if (weight.type() == TensorType.I8) {
      scale = scale(layer, weight, slot);
    } else {
      requireFloats(weight);
    }
    return new Place(slot, weight, order.isTransposed(layer), scale);
  }

  private Tensor scale(LayerTensors layer, Tensor weight, Slot slot) throws MalformedFileException {
    Tensor scale = layer.scale();
    if (scale == null) {
      throw refusals.type(
          weight,
          "floats, or a tensor \"" + layer.name(LayerTensors.SCALE) + "\" with a scale per output");
    }
    requireFloats(scale);
    long out = slot.layer().out();
    if (!scale.shape().equals(List.of(out)) && !scale.shape().equals(List.of(out, 1L))) {
      throw refusals.misshapen(scale, slot.layer().number(), List.of(out, 1L));
    }
    return scale;
  }

  private @Nullable Place bias(LayerTensors layer, Slot slot, boolean biased)
      throws MalformedFileException {
    Tensor bias = layer.bias();
    if (bias == null) {
      if (biased && !reading.fillsBiases()) {
        throw refusals.of(
            "there is no tensor \""
                + Names.shown(layer.name(LayerTensors.BIAS))
                + "\", while another layer has biases",
            "biases of all layers or of none, or a reading with missingBiases() for 0");
      }
      return null;
    }
    if (!bias.shape().equals(slot.shape())) {
      throw refusals.misshapen(bias, slot.layer().number(), slot.shape());
    }
    requireFloats(bias);
    return new Place(slot, bias, false, null);
  }

  private void requireFloats(Tensor tensor) throws MalformedFileException {
    switch (tensor.type()) {
      case F16, BF16, F32 -> {}
      case F64 -> {
        if (shape.precision() == Precision.FLOAT && !reading.roundsDoubles()) {
          throw refusals.type(
              tensor,
              "F32 for a network of precision FLOAT; declare DOUBLE, or read with rounded() to"
                  + " round to floats");
        }
      }
      case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
          throw refusals.type(tensor, "F16, BF16, F32 or F64");
    }
  }
}
