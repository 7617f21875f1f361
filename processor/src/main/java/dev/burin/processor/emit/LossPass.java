package dev.burin.processor.emit;

import dev.burin.Loss;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.SlopeSource;
import java.util.Locale;

/** L1: the loss of each row and the derivative of the cost by the last sums. */
final class LossPass {

  private final Loss loss;
  private final LayerPlan last;
  private final LayerText text;
  private final Vocabulary words;

  LossPass(Loss loss, LayerPlan last, Vocabulary words) {
    this.loss = loss;
    this.last = last;
    this.text = new LayerText(last, words);
    this.words = words;
  }

  Body body() {
    ActivationPass pass = new ActivationPass(last, words);
    int l = text.l();
    Body body = new Body();
    body.line("%s[] %s = ws.a[%d]", words.element(), text.a(), l);
    if (loss.fusesActivation() || last.slopeSource() == SlopeSource.SUMS) {
      body.line("%s[] %s = ws.z[%d]", words.element(), text.z(), l);
    }
    body.line("%s[] %s = ws.dz[%d]", words.element(), text.dz(), l);
    body.open("for (int s = from; s < to; s++)");
    body.line("int at = s * %s", text.stride());
    body.line("int target = yAt + s * %s", text.out());
    body.line("%s factor = ws.factor[s]", words.element());
    body.line(
        "ws.loss[s] = %sLosses.%s(%s, at, y, target, %s)",
        words.prefix(), function(), loss.fusesActivation() ? text.z() : text.a(), text.out());
    body.open("for (int j = 0; j < %s; j++)", text.out());
    body.line("%s[at + j] = %s * factor", text.dz(), slope());
    body.close();
    body.close();
    if (last.slopeSource().hasPass()) {
      String source = last.slopeSource() == SlopeSource.SUMS ? text.z() : text.a();
      body.line("%s(%s, %s, from, to)", pass.deriveName(), source, text.dz());
    }
    return body;
  }

  private String function() {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> "binaryCrossEntropy";
      case CROSS_ENTROPY -> "crossEntropy";
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR -> "squaredError";
      case MEAN_ABSOLUTE_ERROR -> "absoluteError";
      case HUBER -> "huber";
    };
  }

  /** The derivative of the loss by an output, or, where the activation is fused, by a sum. */
  private String slope() {
    String difference = text.a() + "[at + j] - y[target + j]";
    return switch (loss) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
          "(" + difference + ")";
      case MEAN_ABSOLUTE_ERROR, HUBER ->
          String.format(
              Locale.ROOT, "%sLosses.%sSlope(%s)", words.prefix(), function(), difference);
    };
  }
}
