package golden.odd;

import static dev.burin.Activation.RELU;
import static dev.burin.Activation.SOFTMAX;
import static dev.burin.Activation.TANH;
import static dev.burin.Loss.CROSS_ENTROPY;

import dev.burin.Network;
import dev.burin.Precision;

/** Every tail at once and dropout, in double: 7-33-9-5, asked with an array, a record and for many samples. */
@Network(
    layers = {7, 33, 9, 5},
    activations = {TANH, RELU, SOFTMAX},
    loss = CROSS_ENTROPY,
    dropout = {0, 0.25, 0.5},
    precision = Precision.DOUBLE)
interface Odd {
  enum Weather {
    SUN,
    CLOUD,
    RAIN,
    SNOW,
    FOG
  }

  record Reading(
      double pressure, float wind, int hour, boolean day, double heat, double damp, short month) {}

  Weather forecast(Reading reading);

  double[] distribution(double[] x);

  void classes(double[] x, int n, int[] out);
}
