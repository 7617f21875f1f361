package dev.burin.onnx;

import dev.burin.Loss;
import dev.burin.interchange.Chain;
import dev.burin.interchange.DenseLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file of ours says beside its graph, which has no room for it: the loss, and all digits of
 * slopes. The graph is the law: words that contradict it are not believed.
 */
final class OwnWords {

  private static final Pattern SLOPED = Pattern.compile("([A-Z_]+)\\(([0-9.Ee+-]{1,32})\\)");

  /** The graph has a slope as a float, or as a number that values lead to. */
  private static final double CLOSE = 1e-6;

  private OwnWords() {}

  /** The loss that the network was trained on, or null. */
  static @Nullable Loss loss(Map<String, String> metadata) {
    String name = metadata.getOrDefault(NetworkWriter.LOSS, "");
    for (Loss loss : Loss.values()) {
      if (loss.name().equals(name)) {
        return loss;
      }
    }
    return null;
  }

  /** The chain with all digits of its slopes. */
  static Chain slopes(Chain chain, Map<String, String> metadata) {
    String[] words = metadata.getOrDefault(NetworkWriter.ACTIVATIONS, "").split(",", -1);
    if (words.length != chain.layers().size()) {
      return chain;
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < words.length; l++) {
      layers.add(sloped(chain.layers().get(l), words[l]));
    }
    return new Chain(layers, chain.loss(), chain.precision(), chain.range());
  }

  private static DenseLayer sloped(DenseLayer layer, String word) {
    if (!layer.activation().takesSlope()) {
      return layer;
    }
    double slope = Double.NaN;
    Matcher matcher = SLOPED.matcher(word);
    if (word.equals(layer.activation().name())) {
      slope = layer.activation().defaultSlope();
    } else if (matcher.matches() && matcher.group(1).equals(layer.activation().name())) {
      slope = number(matcher.group(2));
    }
    boolean close = Math.abs(slope - layer.slope()) <= CLOSE * layer.slope();
    return close ? layer.with(layer.activation(), slope) : layer;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
