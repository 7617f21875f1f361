package dev.burin.processor.emit;

import dev.burin.kernel.Equation;
import java.util.Locale;

/** The Javadoc of the gradients of a layer, however its weights are stored. */
final class GradientDoc {

  private GradientDoc() {}

  /** B4: what is summed, in which order, and the shapes. */
  static String weights(LayerText text) {
    return String.format(
        Locale.ROOT,
        """
        %s over rows samples, ascending in each shard; the shards are added to dp.
        %s is [n][%d], %s is [n][%d], dw%d is %s.""",
        Equation.B4.of(text.l()),
        text.a0(),
        text.plan().inputStride(),
        text.dz(),
        text.plan().layout().rowStride(),
        text.l(),
        text.storage());
  }

  /** B3: the sum of a column. */
  static String biases(LayerText text) {
    return Equation.B3.of(text.l()) + " over rows samples, in the same shards.";
  }
}
