package dev.burin.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of a gradient found.
 *
 * @param method what the gradient was compared with, in words
 * @param step how far the sums z are moved to each side; 0 where no differences were taken
 * @param layers one report for each layer, the first layer first
 */
public record GradientReport(String method, double step, List<LayerReport> layers) {

  /** Copies the list. */
  public GradientReport {
    layers = List.copyOf(layers);
  }

  /** The greatest distance of all layers; not a number if one of them is not. */
  public double distance() {
    return layers.stream().mapToDouble(LayerReport::distance).reduce(0, Math::max);
  }

  /** Whether something was compared on every layer and every distance is below the bound. */
  public boolean passes(double bound) {
    return layers.stream().allMatch(layer -> layer.checked() > 0 && layer.distance() < bound);
  }

  @Override
  public String toString() {
    return layers.stream()
        .map(layer -> "\n  " + layer)
        .collect(Collectors.joining("", "Gradient against " + method + ":", ""));
  }
}
