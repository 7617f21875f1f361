package dev.burin.start;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares float kernels with their twin, once, in one kind of call. */
final class FloatSelfTest implements SelfTest {

  /**
   * Two batches, of 20 and 11 rows: the least in which greedy tiles of 14, 8, 4, 2 and 1 rows, of
   * 8, 4, 2 and 1, and of 6, 4, 2 and 1 all have a turn.
   */
  private static final int[] CUTS = {0, 20, 31};

  /**
   * The samples that differ, which the others repeat: the twin, which takes most of the time,
   * computes these alone. 3 divides none of the distances within a tile that are powers of two.
   */
  private static final int DISTINCT = 3;

  /** The rows of both sides of a batch. */
  static final int ROWS = CUTS[CUTS.length - 1] + DISTINCT;

  /** Among how many threads weights are shared, so that short tiles have a turn too. */
  private static final int[] PARTS = {1, 2, 3, 5, 7, 11};

  /** Among how many threads a step is shared. */
  private static final int STEP_PARTS = 3;

  private final ParameterLayout layout;
  private final Pass pass;
  private final float[] p;
  private final int[] cuts;
  private final int distinct;
  private final float[] x;
  private final float[] y;
  private final FloatKernels twin;
  private final FloatKernels kernels;
  private final FloatWorkspace wanted;
  private final FloatWorkspace found;
  private final float[] wantedGradient;
  private final float[] foundGradient;
  private final FloatTrialStep wantedStep;
  private final FloatTrialStep foundStep;

  FloatSelfTest(ParameterLayout layout, FloatKernels kernels, Pass pass, float[] p) {
    this.layout = layout;
    this.pass = pass;
    this.p = p;
    this.cuts = pass == Pass.ONE ? new int[] {0, 1} : CUTS;
    this.distinct = pass == Pass.ONE ? 1 : DISTINCT;
    int rows = cuts[cuts.length - 1];
    this.x = new float[Math.multiplyExact(rows, layout.shape().inputs())];
    this.y = new float[Math.multiplyExact(rows, layout.shape().outputs())];
    for (int s = 0; s < rows; s++) {
      int sample = s % distinct;
      for (int k = 0; k < layout.shape().inputs(); k++) {
        x[s * layout.shape().inputs() + k] = ((31 * sample + k) % 101 - 50) / 50f;
      }
      y[s * layout.shape().outputs() + sample % layout.shape().outputs()] = sample % 2;
    }
    this.twin = new FloatTwin(layout.shape());
    this.kernels = kernels;
    boolean training = pass == Pass.TRAINING;
    this.wanted = workspace(distinct);
    this.found = workspace(rows);
    this.wantedGradient = new float[training ? layout.length() : 0];
    this.foundGradient = new float[training ? layout.length() : 0];
    this.wantedStep = new FloatTrialStep(training ? p : new float[0]);
    this.foundStep = new FloatTrialStep(training ? p : new float[0]);
  }

  private FloatWorkspace workspace(int rows) {
    if (pass != Pass.TRAINING) {
      return FloatWorkspace.forInference(layout, rows);
    }
    FloatWorkspace ws = FloatWorkspace.forTraining(layout, rows);
    for (int s = 0; s < rows; s++) {
      ws.factor[s] = 1 + s % distinct;
    }
    return ws;
  }

  @Override
  public @Nullable String difference() {
    @Nullable String difference = difference(cuts);
    if (difference != null || pass != Pass.TRAINING || !drops()) {
      return difference;
    }
    // A mask tells apart rows of one sample, so that each side computes the few distinct ones.
    wanted.mask.draw(1, 2, 3);
    found.mask.draw(1, 2, 3);
    return difference(new int[] {0, distinct});
  }

  private boolean drops() {
    return layout.layers().stream().anyMatch(layer -> layer.layer().dropout() > 0);
  }

  private @Nullable String difference(int[] cuts) {
    if (pass == Pass.TRAINING) {
      twin.transpose(p, wanted, 0, 1);
      kernels.transpose(p, found, 0, 1);
    }
    rows(twin, wanted, 0, distinct);
    for (int c = 1; c < cuts.length; c++) {
      rows(kernels, found, cuts[c - 1], cuts[c]);
    }
    @Nullable String difference = rows(cuts[cuts.length - 1]);
    if (difference == null && pass == Pass.TRAINING) {
      difference = gradients();
    }
    if (difference == null && pass == Pass.TRAINING) {
      difference = steps();
    }
    return difference;
  }

  private void rows(FloatKernels side, FloatWorkspace ws, int from, int to) {
    if (pass == Pass.TRAINING) {
      side.forwardTraining(p, x, 0, from, to, ws);
      side.lossGradient(y, 0, from, to, ws);
      side.backward(p, from, to, ws);
    } else {
      side.forward(p, x, 0, from, to, ws);
    }
  }

  /** What differs between any row and the first that has the same sample. */
  private @Nullable String rows(int rows) {
    int last = layout.layers().size();
    for (int s = 0; s < rows; s++) {
      @Nullable String difference = row("output ", wanted.a[last], found.a[last], last, s);
      if (difference == null && pass == Pass.TRAINING) {
        difference = derivatives(s);
      }
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private @Nullable String derivatives(int s) {
    if (Double.compare(wanted.loss[s % distinct], found.loss[s]) != 0) {
      return "The loss of sample " + s + " differs.";
    }
    for (int l = layout.layers().size(); l >= 1; l--) {
      @Nullable String difference = row("the derivative by sum ", wanted.dz[l], found.dz[l], l, s);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private @Nullable String row(String what, float[] wanted, float[] found, int l, int s) {
    LayerLayout layer = layout.layer(l);
    int first = s % distinct * layer.rowStride();
    int at = s * layer.rowStride();
    int j = Arrays.mismatch(wanted, first, first + layer.out(), found, at, at + layer.out());
    return j < 0
        ? null
        : sentence(
            what + j + " of layer " + l, " of sample " + s, wanted[first + j], found[at + j]);
  }

  /** The gradients of few samples: neither tiles nor bounds of B4 depend on their number. */
  private @Nullable String gradients() {
    twin.weightGradient(x, 0, distinct, true, wantedGradient, wanted, 0, 1);
    for (int parts : PARTS) {
      Arrays.fill(foundGradient, 0);
      for (int part = 0; part < parts; part++) {
        kernels.weightGradient(x, 0, distinct, true, foundGradient, found, part, parts);
      }
      int at = Arrays.mismatch(wantedGradient, foundGradient);
      if (at >= 0) {
        return sentence(
            "the derivative by parameter " + at, "", wantedGradient[at], foundGradient[at]);
      }
    }
    return null;
  }

  /** Tiles have been looked at by then: steps differ in where they write and what follows. */
  private @Nullable String steps() {
    wantedStep.run(twin, x, distinct, wanted, 1);
    foundStep.run(kernels, x, distinct, found, STEP_PARTS);
    return wantedStep.difference(foundStep);
  }

  private String sentence(String what, String where, float wanted, float found) {
    return "For " + pass.label() + ", " + what + where + " is " + found + ", not " + wanted + ".";
  }
}
