package dev.burin.start;

import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Drives float kernels and their twin through one kind of call, with fixed numbers of its own. */
final class FloatTrial implements Trial {

  /** Where batches are cut, so that tiles of every height have something to do. */
  private static final int[] CUTS = {0, 7, 16, 27, 82};

  /** The longest of these batches. */
  private static final int LONGEST = 55;

  /** The fused multiply-adds of a round, below which a clock cannot time it. */
  private static final int ROUND = 20_000;

  /** One competitor and its results. */
  private record Side(
      FloatKernels kernels, FloatWorkspace ws, float[] gradient, FloatTrialStep step) {}

  private final ParameterLayout layout;
  private final Pass pass;
  private final int[] cuts;
  private final int repetitions;
  private final float[] p;
  private final float[] x;
  private final float[] y;
  private final Side twin;
  private final Side kernels;

  FloatTrial(ParameterLayout layout, FloatKernels kernels, Pass pass) {
    this.layout = layout;
    this.pass = pass;
    this.cuts = cuts(layout, pass);
    int rows = cuts[cuts.length - 1];
    this.repetitions = (int) Math.max(1, ROUND / ((long) rows * layout.length()));
    this.p = parameters(layout);
    this.x = new float[Math.multiplyExact(rows, layout.shape().inputs())];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 101 - 50) / 50f;
    }
    this.y = new float[Math.multiplyExact(rows, layout.shape().outputs())];
    for (int s = 0; s < rows; s += 2) {
      y[s * layout.shape().outputs() + s % layout.shape().outputs()] = 1;
    }
    this.twin = side(new FloatTwin(layout.shape()), rows);
    this.kernels = side(kernels, rows);
  }

  /** Batches of a network that has few rows in a pass, as its layers are wide, are as short. */
  private static int[] cuts(ParameterLayout layout, Pass pass) {
    int most = Chunks.passRows(layout);
    return switch (pass) {
      case ONE -> new int[] {0, 1};
      case MANY -> most < LONGEST ? new int[] {0, most, most + (most + 1) / 2} : CUTS;
      case TRAINING -> CUTS;
    };
  }

  /** The rows that are worked on. */
  static int rows(ParameterLayout layout, Pass pass) {
    int[] cuts = cuts(layout, pass);
    return cuts[cuts.length - 1];
  }

  private Side side(FloatKernels kernels, int rows) {
    boolean training = pass == Pass.TRAINING;
    FloatWorkspace ws =
        training
            ? FloatWorkspace.forTraining(layout, rows)
            : FloatWorkspace.forInference(layout, rows);
    for (int s = 0; s < ws.factor.length; s++) {
      ws.factor[s] = 1 + s % 3;
    }
    ws.mask.draw(1, 2, 3);
    return new Side(
        kernels,
        ws,
        new float[training ? layout.length() : 0],
        new FloatTrialStep(training ? p : new float[0]));
  }

  /** Weights of both signs whose sums stay within the range where activations bend. */
  static float[] parameters(ParameterLayout layout) {
    float[] p = new float[layout.length()];
    for (LayerLayout layer : layout.layers()) {
      double scale = 1 / (30 * Math.sqrt(layer.in()));
      Dense dense = layer.dense();
      dense.forEachWeight((j, k, at) -> p[at] = (float) (((29L * j + 13L * k) % 61 - 30) * scale));
      dense.forEachBias((j, at) -> p[at] = (j % 11 - 5) / 10f);
    }
    return p;
  }

  @Override
  public void twin() {
    run(twin);
  }

  @Override
  public void kernels() {
    run(kernels);
  }

  private void run(Side side) {
    for (int i = 0; i < repetitions; i++) {
      if (pass == Pass.TRAINING) {
        train(side);
      } else {
        forward(side);
      }
    }
  }

  private void forward(Side side) {
    for (int c = 1; c < cuts.length; c++) {
      side.kernels.forward(p, x, 0, cuts[c - 1], cuts[c], side.ws);
    }
  }

  private void forwardTraining(Side side) {
    for (int c = 1; c < cuts.length; c++) {
      side.kernels.forwardTraining(p, x, 0, cuts[c - 1], cuts[c], side.ws);
    }
  }

  private void train(Side side) {
    side.kernels.transpose(p, side.ws, 0, 1);
    forwardTraining(side);
    for (int c = 1; c < cuts.length; c++) {
      side.kernels.lossGradient(y, 0, cuts[c - 1], cuts[c], side.ws);
      side.kernels.backward(p, cuts[c - 1], cuts[c], side.ws);
      side.kernels.weightGradient(x, 0, cuts[c], c == 1, side.gradient, side.ws, 0, 1);
    }
    side.step.run(side.kernels, x, cuts[cuts.length - 1], side.ws, 1);
  }

  @Override
  public @Nullable String difference() {
    int last = layout.layers().size();
    LayerLayout layer = layout.layer(last);
    for (int s = 0; s < cuts[cuts.length - 1]; s++) {
      int at = s * layer.rowStride();
      int end = at + layer.out();
      float[] wanted = twin.ws.a[last];
      int j = Arrays.mismatch(wanted, at, end, kernels.ws.a[last], at, end);
      if (j >= 0) {
        return sentence("output " + j + " of sample " + s, wanted, kernels.ws.a[last], at + j);
      }
    }
    int row = Arrays.mismatch(twin.ws.loss, kernels.ws.loss);
    if (row >= 0) {
      return "The loss of sample " + row + " differs.";
    }
    int at = Arrays.mismatch(twin.gradient, kernels.gradient);
    return at < 0
        ? twin.step.difference(kernels.step)
        : sentence("the derivative by parameter " + at, twin.gradient, kernels.gradient, at);
  }

  private String sentence(String what, float[] wanted, float[] found, int at) {
    return "For " + pass.label() + ", " + what + " is " + found[at] + ", not " + wanted[at] + ".";
  }
}
