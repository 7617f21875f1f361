package dev.burin.io;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.safetensors.NaturalOrder;
import dev.burin.safetensors.Tensor;
import dev.burin.shape.LayerShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which layer of a file is which of the network: by the numbers in their names, and where names
 * have none, by their shapes, if these leave one way only.
 */
final class LayerOrder {

  private final Refusals refusals;
  private final Layout layout;
  private final List<LayerShape> shapes;

  LayerOrder(Refusals refusals, Layout layout) {
    this.refusals = refusals;
    this.layout = layout;
    this.shapes = refusals.shape().layers();
  }

  /** The shape that a weight must have. */
  List<Long> needed(LayerTensors layer, int l) {
    long in = shapes.get(l).in();
    long out = shapes.get(l).out();
    return isTransposed(layer) ? List.of(in, out) : List.of(out, in);
  }

  /** Whether the weights of a layer lie {@code [in][out]}. */
  boolean isTransposed(LayerTensors layer) {
    return switch (layout) {
      case BY_NAME -> layer.isKernel();
      case PYTORCH -> false;
      case KERAS -> true;
    };
  }

  private boolean fits(LayerTensors layer, int l) {
    return Objects.requireNonNull(layer.weight()).shape().equals(needed(layer, l));
  }

  /** As many layers as the network has, in its order. */
  List<LayerTensors> of(List<LayerTensors> all) throws MalformedFileException {
    List<LayerTensors> layers = new ArrayList<>(all);
    layers.sort(Comparator.comparing(LayerTensors::base, NaturalOrder.total()));
    if (layers.size() > shapes.size()) {
      layers = chosen(layers);
    }
    if (areNumbered(layers)) {
      return layers;
    }
    List<LayerTensors> ordered = byShape(layers);
    requireNumbersKept(ordered);
    return ordered;
  }

  private static boolean areNumbered(List<LayerTensors> layers) {
    for (int l = 1; l < layers.size(); l++) {
      if (compare(layers.get(l - 1), layers.get(l)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static OptionalInt compare(LayerTensors one, LayerTensors other) {
    return NaturalOrder.compare(one.base(), other.base());
  }

  /** Of too many layers those that fit, if they do in one way only, or else the first ones. */
  private List<LayerTensors> chosen(List<LayerTensors> layers) throws MalformedFileException {
    int[][] ways = new int[shapes.size() + 1][layers.size() + 1];
    Arrays.fill(ways[shapes.size()], 1);
    for (int l = shapes.size() - 1; l >= 0; l--) {
      for (int i = layers.size() - 1; i >= 0; i--) {
        int taken = fits(layers.get(i), l) ? ways[l + 1][i + 1] : 0;
        ways[l][i] = Math.min(2, ways[l][i + 1] + taken);
      }
    }
    if (ways[0][0] > 1) {
      throw refusals.of(
          "there are "
              + layers.size()
              + " layers, and more than one choice of "
              + shapes.size()
              + " fits",
          "Reading.layers(\"first\", \"second\", ...) to say which ones");
    }
    if (ways[0][0] == 0) {
      return layers.subList(0, shapes.size());
    }
    List<LayerTensors> chosen = new ArrayList<>();
    for (int i = 0; chosen.size() < shapes.size(); i++) {
      int l = chosen.size();
      if (fits(layers.get(i), l) && ways[l + 1][i + 1] > 0) {
        chosen.add(layers.get(i));
      }
    }
    return chosen;
  }

  /** Layers of one shape keep the order of their numbers; each other place has one that fits. */
  private List<LayerTensors> byShape(List<LayerTensors> layers) throws MalformedFileException {
    List<LayerTensors> left = new ArrayList<>(layers);
    List<LayerTensors> ordered = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      LayerTensors next = null;
      for (LayerTensors each : left) {
        if (fits(each, l)) {
          if (next != null && compare(next, each).isEmpty()) {
            throw refusals.unordered(next.base(), each.base());
          }
          next = next == null ? each : next;
        }
      }
      if (next == null) {
        throw unfit(left, l);
      }
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /** No layer has the shape that is needed: maybe all are transposed. */
  private MalformedFileException unfit(List<LayerTensors> left, int l) {
    for (LayerTensors each : left) {
      @Nullable Tensor weight = each.weight();
      if (weight != null && weight.shape().equals(needed(each, l).reversed())) {
        return mismatch(each, weight, l);
      }
    }
    Tensor first = Objects.requireNonNull(left.getFirst().weight());
    return mismatch(left.getFirst(), first, l);
  }

  MalformedFileException mismatch(LayerTensors layer, Tensor weight, int l) {
    List<Long> needed = needed(layer, l);
    return weight.shape().equals(needed.reversed())
        ? refusals.transposed(
            weight, l + 1, needed, isTransposed(layer) ? Layout.PYTORCH : Layout.KERAS)
        : refusals.misshapen(weight, l + 1, needed);
  }

  private void requireNumbersKept(List<LayerTensors> ordered) throws MalformedFileException {
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        if (compare(ordered.get(i), ordered.get(j)).orElse(-1) > 0) {
          throw refusals.unordered(ordered.get(j).base(), ordered.get(i).base());
        }
      }
    }
  }
}
