package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;

/** What a network answers samples, in its precision, handed on as double. */
sealed interface Answers {

  /**
   * Fills the outputs and targets of the samples that {@code order[from..]} names; the outputs of a
   * sample that is not finite begin with NaN, so that they tell no class.
   *
   * @param a where the outputs go, from row {@code at} on
   * @param y where the targets go, from its beginning on
   */
  void fill(int[] order, int from, int count, double[] a, int at, double[] y);

  static Answers of(NeuralNetwork network, Samples data, int rows) {
    int in = Fit.elements("inputs", rows, network.shape().inputs());
    int out = Fit.elements("outputs", rows, network.shape().outputs());
    return switch (network) {
      case FloatNetwork n -> new OfFloats(n, data, new float[in], new float[out], new float[out]);
      case DoubleNetwork n -> new OfDoubles(n, data, new double[in], new double[out]);
    };
  }

  /** Of a float network. */
  record OfFloats(FloatNetwork network, Samples data, float[] x, float[] a, float[] y)
      implements Answers {

    @Override
    public void fill(int[] order, int from, int count, double[] outputs, int at, double[] targets) {
      int width = network.shape().outputs();
      int in = network.shape().inputs();
      data.copy(order, from, count, x, y);
      network.outputs(x, count, a);
      for (int i = 0; i < count * width; i++) {
        outputs[at * width + i] = a[i];
        targets[i] = y[i];
      }
      for (int i = 0; i < count * in; i++) {
        if (!Float.isFinite(x[i])) {
          outputs[(at + i / in) * width] = Double.NaN;
        }
      }
    }
  }

  /** Of a double network. */
  record OfDoubles(DoubleNetwork network, Samples data, double[] x, double[] a) implements Answers {

    @Override
    public void fill(int[] order, int from, int count, double[] outputs, int at, double[] targets) {
      int width = network.shape().outputs();
      int in = network.shape().inputs();
      data.copy(order, from, count, x, targets);
      network.outputs(x, count, a);
      System.arraycopy(a, 0, outputs, at * width, count * width);
      for (int i = 0; i < count * in; i++) {
        if (!Double.isFinite(x[i])) {
          outputs[(at + i / in) * width] = Double.NaN;
        }
      }
    }
  }
}
