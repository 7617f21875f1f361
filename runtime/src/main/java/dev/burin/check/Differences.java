package dev.burin.check;

import dev.burin.Activation;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of the cost of one batch by differences. Only the layer that is moved and those
 * behind it are computed again, and of that layer only the one sum that a single parameter moves.
 */
final class Differences {

  /** How often a step is shortened before a kink makes a derivative be skipped. */
  private static final int ATTEMPTS = 4;

  /** What a step is multiplied with at a kink: a power of two. */
  private static final double SHORTER = 0.125;

  private final ReferenceNetwork moved;
  private final Stencil stencil;
  private final double step;
  private final Batch batch;
  private final double total;
  private final List<Pass> base = new ArrayList<>();
  private final Pass scratch;
  private boolean kink;
  private boolean shortened;

  Differences(ReferenceNetwork reference, Stencil stencil, double step, Batch batch) {
    this.moved = reference.copy();
    this.stencil = stencil;
    this.step = step;
    this.batch = batch;
    this.total = batch.total();
    this.scratch = new Pass(reference.shape(), batch.factors(reference.shape(), 0));
    for (int s = 0; s < batch.size(); s++) {
      base.add(reference.pass(batch, s));
    }
  }

  /** Whether the last derivative ran into a kink even with the shortest step. */
  boolean kink() {
    return kink;
  }

  /** Whether the last derivative needed a shorter step. */
  boolean shortened() {
    return shortened;
  }

  /**
   * The derivative by one weight of layer l, or by the bias of output j where k is the number of
   * inputs. The step is such that no sample's sum moves by more than the step of the check.
   */
  double derivative(int l, int j, int k) {
    double[] row = k == moved.weights(l)[j].length ? moved.biases(l) : moved.weights(l)[j];
    int at = k == moved.weights(l)[j].length ? j : k;
    double start = row[at];
    double result =
        derivative(
            l,
            reach(l, k),
            h -> row[at] = start + h,
            (pass, s) -> advanceOne(pass, s, l, j, k, row[at] - start));
    row[at] = start;
    return result;
  }

  /**
   * The derivative along a direction of all parameters of layer l. The step is such that the sums
   * of the layer move by about the step of the check, in the mean square over outputs and samples.
   */
  double derivative(int l, LayerGradient direction) {
    ReferenceNetwork start = moved.copy();
    double result =
        derivative(
            l,
            reach(l, direction),
            h -> move(start, l, direction, h),
            (pass, s) -> moved.advanceFromInputs(pass, l));
    move(start, l, direction, 0);
    return result;
  }

  /** How a point at a distance is set. */
  private interface Point {
    void set(double h);
  }

  /** How a layer that has moved is computed for a sample. */
  private interface Layer {
    void advance(Pass pass, int s);
  }

  private double derivative(int l, double reach, Point point, Layer layer) {
    double h = Stencil.powerOfTwo(step / reach);
    shortened = false;
    for (int attempt = 0; ; attempt++, h *= SHORTER) {
      kink = false;
      double result = attempt(l, h, point, layer);
      if (!kink || attempt + 1 == ATTEMPTS) {
        shortened = attempt > 0 && !kink;
        return result;
      }
    }
  }

  private double attempt(int l, double h, Point point, Layer layer) {
    double[] up = new double[stencil.reach()];
    for (int i = 1; i <= up.length && !kink; i++) {
      double[] above = losses(l, i * h, point, layer);
      double[] below = losses(l, -i * h, point, layer);
      // Sample by sample, so that the rounding of a long sum does not enter the difference.
      CompensatedSum sum = new CompensatedSum();
      for (int s = 0; s < above.length; s++) {
        sum.add(batch.weight(s) * (above[s] - below[s]));
      }
      up[i - 1] = sum.value();
    }
    return stencil.derivative(up, h) * ReferenceLosses.mean(moved.shape(), total);
  }

  private double[] losses(int l, double h, Point point, Layer layer) {
    point.set(h);
    double[] losses = new double[base.size()];
    for (int s = 0; s < losses.length && !kink; s++) {
      Pass from = base.get(s);
      scratch.dropAs(from);
      double[] kept = scratch.lend(l, from.inputs(l));
      System.arraycopy(from.z(l), 0, scratch.z(l), 0, from.z(l).length);
      System.arraycopy(from.a(l), 0, scratch.a(l), 0, from.a(l).length);
      layer.advance(scratch, s);
      scratch.lend(l, kept);
      kink |= bends(from, l);
      for (int next = l + 1; next <= moved.shape().layers().size(); next++) {
        moved.advance(scratch, next);
        kink |= bends(from, next);
      }
      int yAt = s * moved.shape().outputs();
      kink |= bends(from, yAt, moved.shape());
      losses[s] = ReferenceLosses.value(moved.shape().loss(), scratch, batch.y(), yAt);
    }
    return losses;
  }

  /** Whether a sum of layer l has come to the other side of a kink. */
  private boolean bends(Pass from, int l) {
    Activation activation = moved.layer(l).activation();
    double[] before = from.z(l);
    double[] after = scratch.z(l);
    for (int j = 0; j < before.length; j++) {
      if (ReferenceActivations.bends(activation, before[j], after[j])) {
        return true;
      }
    }
    return false;
  }

  /** Whether an output has come to the other side of a kink of the loss. */
  private boolean bends(Pass from, int yAt, NetworkShape shape) {
    double[] before = from.lastA();
    double[] after = scratch.lastA();
    for (int j = 0; j < before.length; j++) {
      if (ReferenceLosses.bends(shape.loss(), before[j], after[j], batch.y()[yAt + j])) {
        return true;
      }
    }
    return false;
  }

  /**
   * F1 and F2 where only weight k of output j of layer l has moved, or the bias. One product of its
   * sum changes, so that the sum is the old one and the change. The first sample is summed anew
   * nevertheless: a forward step that took no notice of the weight would be found.
   */
  private void advanceOne(Pass pass, int s, int l, int j, int k, double change) {
    double[] a0 = pass.inputs(l);
    if (s == 0) {
      pass.z(l)[j] = moved.sum(l, j, a0);
    } else {
      pass.z(l)[j] = Math.fma(change, k == a0.length ? 1 : a0[k], pass.z(l)[j]);
    }
    if (l == moved.shape().layers().size()) {
      ReferenceActivations.apply(moved.layer(l), pass.z(l), pass.a(l));
    } else {
      pass.a(l)[j] = ReferenceActivations.value(moved.layer(l), pass.z(l)[j]);
    }
  }

  private void move(ReferenceNetwork start, int l, LayerGradient direction, double h) {
    for (int j = 0; j < direction.out(); j++) {
      for (int k = 0; k < direction.in(); k++) {
        moved.weights(l)[j][k] = start.weights(l)[j][k] + h * direction.dw[j][k];
      }
      moved.biases(l)[j] = start.biases(l)[j] + h * direction.db[j];
    }
  }

  /** The greatest change of a sum when weight k moves by 1; 1 for a bias or an idle input. */
  private double reach(int l, int k) {
    double greatest = 0;
    for (Pass pass : base) {
      double[] a0 = pass.inputs(l);
      greatest = Math.max(greatest, k == a0.length ? 1 : Math.abs(a0[k]));
    }
    return usable(greatest);
  }

  private double reach(int l, LayerGradient direction) {
    double squares = 0;
    for (Pass pass : base) {
      double[] a0 = pass.inputs(l);
      for (int j = 0; j < direction.out(); j++) {
        double dz = direction.db[j];
        for (int k = 0; k < a0.length; k++) {
          dz += direction.dw[j][k] * a0[k];
        }
        squares += dz * dz;
      }
    }
    return usable(Math.sqrt(squares / ((double) base.size() * direction.out())));
  }

  /** A change so small, or so undefined, that no step can be measured by it counts as 1. */
  private static double usable(double reach) {
    return reach > 1e-100 && reach < 1e100 ? reach : 1;
  }
}
