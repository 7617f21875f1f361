package dev.burin.optimize;

import dev.burin.kernel.FloatStep;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Objects;

/**
 * The updates of one training in float, with all that they remember. Each parameter is moved by
 * itself, so that neither ranges nor threads change a bit: decay is done a stretch at a time, while
 * the stretch is in a near cache.
 */
public final class FloatUpdate {

  /**
   * The parameters that go through all stages together: 16 KB of floats, twice, and their slots.
   */
  private static final int STRETCH = 4096;

  private final UpdatePlan plan;
  private final FloatSlots slots;
  private final FloatRule rule;
  private final FloatDecay[] decays;

  /** An array, since an update may go over it: the walk over a list may allocate. */
  private final LayerLayout[] layers;

  private final boolean byValue;
  private final float limit;
  private final FloatStep weights = this::moveWeights;
  private final FloatStep biases = this::moveBiases;
  private float[] gradient = {};

  /**
   * Updates before the first one.
   *
   * @param layout where the parameters lie
   * @throws IllegalArgumentException if a setting is of no use in float
   */
  public FloatUpdate(UpdatePlan plan, ParameterLayout layout) {
    this.plan = Objects.requireNonNull(plan, "The plan is null; UpdatePlan.of(optimizer) is one.");
    Objects.requireNonNull(layout, "The layout is null; give that of the network.");
    this.layers = layout.layers().toArray(LayerLayout[]::new);
    this.byValue = plan.clip().kind() == Clip.Kind.VALUE;
    this.limit = (float) plan.clip().limit();
    this.slots = new FloatSlots(plan.optimizer().slots(), layout.length());
    this.rule = plan.optimizer().forFloat(slots);
    this.decays =
        new FloatDecay[] {new FloatDecay(plan.decay()), new FloatDecay(plan.optimizer().decay())};
  }

  /** What the rule remembers: with the parameters and the number of updates, the whole state. */
  public FloatSlots slots() {
    return slots;
  }

  /** Whether the gradient has to be known as a whole before any parameter moves. */
  public boolean needsWholeGradient() {
    return plan.clip().needsWholeGradient();
  }

  /**
   * Takes the constants of an update; parameters move afterwards.
   *
   * @param update the number of updates made before, from 0
   * @param epoch the number of whole passes over the data made before, from 0
   * @param p the parameters
   * @param g the gradient, laid out as they are, where it is {@link #needsWholeGradient needed} as
   *     a whole, else room for it; it is changed
   * @throws IllegalStateException if the schedule gives no learning rate or no momentum
   */
  public void begin(long update, int epoch, float[] p, float[] g) {
    double rate = plan.learningRate(update, epoch);
    gradient = g;
    rule.begin(update + 1, rate, plan.momentum(update, epoch));
    for (FloatDecay decay : decays) {
      decay.begin(rate);
    }
    if (needsWholeGradient()) {
      bound(p, g);
    }
  }

  private void bound(float[] p, float[] g) {
    if (plan.clip().afterPenalties()) {
      for (LayerLayout layer : layers) {
        couple(ParameterKind.WEIGHTS, p, g, layer.weights(), layer.bias());
        couple(ParameterKind.BIASES, p, g, layer.bias(), layer.end());
      }
    }
    FloatClip.lengths(plan.clip(), g, layers);
  }

  private void couple(ParameterKind kind, float[] p, float[] g, int from, int to) {
    for (FloatDecay decay : decays) {
      decay.couple(kind, p, g, from, to);
    }
  }

  /** How weights move. */
  public FloatStep weights() {
    return weights;
  }

  /** How biases move. */
  public FloatStep biases() {
    return biases;
  }

  private void moveWeights(float[] p, int from, int to, float[] g, int at) {
    move(ParameterKind.WEIGHTS, p, from, to, g, at);
  }

  private void moveBiases(float[] p, int from, int to, float[] g, int at) {
    move(ParameterKind.BIASES, p, from, to, g, at);
  }

  private void move(ParameterKind kind, float[] p, int from, int to, float[] g, int at) {
    boolean inPlace = changesGradient(kind);
    for (int i = from; i < to; i += STRETCH) {
      stretch(kind, inPlace, p, i, Math.min(to, i + STRETCH), g, at + i - from);
    }
  }

  private boolean changesGradient(ParameterKind kind) {
    if (byValue) {
      return true;
    }
    if (plan.clip().afterPenalties() && needsWholeGradient()) {
      return false;
    }
    for (FloatDecay decay : decays) {
      if (decay.isCoupled(kind)) {
        return true;
      }
    }
    return false;
  }

  private void stretch(
      ParameterKind kind, boolean inPlace, float[] p, int from, int to, float[] g, int at) {
    float[] own = g;
    if (inPlace) {
      own = here(from, to, g, at);
      if (byValue && !plan.clip().afterPenalties()) {
        FloatClip.values(own, from, to, limit);
      }
      couple(kind, p, own, from, to);
      if (byValue && plan.clip().afterPenalties()) {
        FloatClip.values(own, from, to, limit);
      }
    }
    for (FloatDecay decay : decays) {
      decay.shrink(kind, p, from, to);
    }
    if (!inPlace && at != from) {
      if (rule.moveTile(kind, p, from, to, g, at)) {
        return;
      }
      own = here(from, to, g, at);
    }
    rule.move(kind, p, own, from, to);
  }

  /** The gradient of a range where the parameters have it: there plain loops become vectors. */
  private float[] here(int from, int to, float[] g, int at) {
    if (at == from) {
      return g;
    }
    System.arraycopy(g, at, gradient, from, to - from);
    return gradient;
  }
}
