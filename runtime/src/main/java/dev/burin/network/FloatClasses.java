package dev.burin.network;

import dev.burin.kernel.FloatActivations;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Locale;

/**
 * The classes that the outputs of some samples stand for. A sample that holds NaN or infinity has
 * none, and neither have outputs that are not numbers: the caller is told what is wrong.
 */
final class FloatClasses {

  private final ParameterLayout layout;
  private final int inputs;
  private final int outputs;
  private final int firstOutputs;
  private final int firstStride;
  private final int lastStride;
  private final int last;
  private final float saturation;

  FloatClasses(ParameterLayout layout) {
    this.layout = layout;
    this.inputs = layout.shape().inputs();
    this.outputs = layout.shape().outputs();
    this.firstOutputs = layout.layer(1).out();
    this.saturation = FloatActivations.saturation(layout.layer(1));
    this.firstStride = layout.layer(1).rowStride();
    this.last = layout.layers().size();
    this.lastStride = layout.layer(last).rowStride();
  }

  /**
   * The class of a row that has been computed, or {@link Decision#NONE}.
   *
   * @param x holds the sample of the row from {@code xAt} on
   */
  int of(FloatWorkspace ws, int row, float[] x, int xAt) {
    return ordinary(ws.a[1], row * firstStride) || offender(x, xAt) < 0
        ? Decision.of(ws.a[last], row * lastStride, outputs)
        : Decision.NONE;
  }

  /**
   * Whether outputs of the first layer prove that the sample is finite, which spares a look at all
   * of it. Every sum of the layer runs over every input, so that one input that is not finite
   * leaves no finite sum, and no activation makes anything but NaN, an infinity, 0, 1, -1 or the
   * one number that it saturates at, of a sum that is not finite. So sizes of outputs add up to a
   * whole number, to infinity, to NaN or to as many times that number if the sample is not finite.
   * Four at a time, since every other output of RELU is 0, and a branch that goes this way and that
   * costs more than the sum.
   */
  private boolean ordinary(float[] a1, int at) {
    int end = at + firstOutputs;
    int i = at;
    for (; i + 4 <= end; i += 4) {
      float sizes =
          (Math.abs(a1[i]) + Math.abs(a1[i + 1])) + (Math.abs(a1[i + 2]) + Math.abs(a1[i + 3]));
      if (proves(sizes, 4)) {
        return true;
      }
    }
    for (; i < end; i++) {
      if (proves(Math.abs(a1[i]), 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether sums that are not finite cannot leave this many outputs with sizes of this total. */
  private boolean proves(float sizes, int count) {
    return sizes <= Float.MAX_VALUE
        && sizes != count * saturation
        && (sizes != (int) sizes || sizes > count);
  }

  /** The index of the first input that is not finite, or -1. */
  private int offender(float[] x, int xAt) {
    for (int k = 0; k < inputs; k++) {
      if (!Float.isFinite(x[xAt + k])) {
        return k;
      }
    }
    return -1;
  }

  /** Why there is no class, where all parameters are known to be finite. */
  IllegalArgumentException refusal(float[] x, int xAt, int sample) {
    return refusal(new float[0], x, xAt, sample, "");
  }

  /**
   * Why there is no class.
   *
   * @param sample the number of the sample in a batch, or -1
   * @param names the names of the inputs, separated by commas, or nothing where they have none
   */
  IllegalArgumentException refusal(float[] p, float[] x, int xAt, int sample, String names) {
    String where = sample < 0 ? "" : " of sample " + sample;
    int k = offender(x, xAt);
    if (k >= 0) {
      String input = names.isEmpty() ? "Input " + k : "The component " + names.split(",", -1)[k];
      return new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s%s is %s%s; only finite numbers have a class, so mend or leave out this sample.",
              input,
              where,
              x[xAt + k],
              // A component may be of a wider type.
              names.isEmpty() || Float.isNaN(x[xAt + k]) ? "" : " as a float"));
    }
    for (LayerLayout layer : layout.layers()) {
      for (int i = layer.weights(); i < Math.min(layer.end(), p.length); i++) {
        if (!Float.isFinite(p[i])) {
          return new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "A parameter of layer %d is %s, so that there is no class%s;"
                      + " load or train finite weights.",
                  layer.number(),
                  p[i],
                  where));
        }
      }
    }
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The outputs%s tell no class: inputs and weights are finite, but sums overflowed;"
                + " scale the inputs, or train with smaller weights.",
            where));
  }
}
