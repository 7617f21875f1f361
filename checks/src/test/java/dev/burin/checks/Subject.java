package dev.burin.checks;

import dev.burin.Precision;
import dev.burin.machine.Width;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.BitSet;

/**
 * A network of either precision seen through doubles, which hold every float. Raw bits are compared
 * after {@link Double#doubleToLongBits}, which makes all NaN one.
 */
sealed interface Subject permits FloatSubject, DoubleSubject {

  /** A network of a declaration with the kernels of a width. */
  static Subject of(Engraving engraving, Declaration declaration, Width width) {
    return declaration.precision() == Precision.FLOAT
        ? new FloatSubject(declaration.shape(), engraving.floatKernels(declaration, width))
        : new DoubleSubject(declaration.shape(), engraving.doubleKernels(declaration, width));
  }

  ParameterLayout layout();

  /** Where the weights and biases lie: all but the padding. */
  default BitSet real() {
    BitSet real = new BitSet();
    for (LayerLayout layer : layout().layers()) {
      layer.dense().forEach(real::set);
    }
    return real;
  }

  /** The weights and biases, or their gradient, without the padding. */
  default double[] withoutPadding(double[] all) {
    return real().stream().mapToDouble(at -> all[at]).toArray();
  }

  /** The live parameters are set to these. */
  void parameters(double[] p);

  double[] parameters();

  /** The outputs of n samples by the public form for batches. */
  double[] batch(double[] x, int n);

  /** The classes of n samples. */
  int[] classes(double[] x, int n);

  /** The outputs of one sample, number s of x, by the public form for one. */
  double[] single(double[] x, int s);

  /** The outputs of n samples in two calls of the kernels that part at a row. */
  double[] cut(double[] x, int n, int at);

  /** The cost; its gradient is kept. */
  double gradient(double[] x, double[] y, int n, int threads);

  /** The cost of samples that have weights, with inputs dropped; its gradient is kept. */
  double gradient(double[] x, double[] y, double[] weights, int n, int threads);

  /** The gradient of the last call, padding included. */
  double[] gradient();

  /** The cost without a gradient. */
  double cost(double[] x, double[] y, int n);

  /** One step of gradient descent along the last gradient. */
  void step(double learningRate);

  /** Some steps with momentum, of which each computes the whole gradient first. */
  void stepsApart(double[] x, double[] y, int n, int steps);

  /** The same steps, of which each moves weights while their gradient is computed. */
  void stepsTogether(double[] x, double[] y, int n, int threads, int steps);
}
