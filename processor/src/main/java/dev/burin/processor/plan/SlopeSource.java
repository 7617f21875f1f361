package dev.burin.processor.plan;

import dev.burin.Activation;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;

/** What B1 of a layer computes the slope f' from. */
public enum SlopeSource {

  /** There is no pass: f' is a factor of 1, or the formula of L1 holds it already. */
  NOTHING,

  /** The outputs a. */
  OUTPUTS,

  /** The sums z. */
  SUMS;

  static SlopeSource of(ParameterLayout layout, LayerLayout layer) {
    Activation activation = layer.layer().activation();
    boolean last = layer.number() == layout.layers().size();
    if (last && layout.shape().loss().fusesActivation()) {
      return NOTHING;
    }
    if (activation == Activation.IDENTITY || activation == Activation.SOFTMAX) {
      return NOTHING;
    }
    return activation.derivativeNeedsSum() ? SUMS : OUTPUTS;
  }

  /** Whether B1 is a pass over the rows of the layer. */
  public boolean hasPass() {
    return this != NOTHING;
  }
}
