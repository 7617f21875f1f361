package dev.burin.check;

import dev.burin.Activation;
import dev.burin.Loss;
import java.util.List;

/** Backpropagation once more, with one planted fault: what a check of gradients must find. */
final class FaultyGradient {

  /** What is wrong, by the tag of its equation. */
  enum Fault {
    /** Nothing: this copy of the equations is right but for the fault. */
    NONE,
    L1_SIGN,
    L1_FORGOTTEN_MEAN,
    L1_HALF_FORGOTTEN,
    L1_SLOPE_APPLIED_TO_A_FUSED_LOSS,
    L1_SLOPE_FORGOTTEN,
    B1_SLOPE_FORGOTTEN,
    B1_SLOPE_OF_ANOTHER_ACTIVATION,
    B1_SLOPE_TAKEN_AT_THE_OUTPUT,
    B2_TRANSPOSED_INDEX,
    B2_LAST_OUTPUT_FORGOTTEN,
    B2_NEIGHBOURS_SWAPPED,
    B3_LAST_SAMPLE_FORGOTTEN,
    B3_SIGN,
    B4_LAST_SAMPLE_FORGOTTEN,
    B4_OUTPUTS_FOR_INPUTS,
    B4_TRANSPOSED_INDEX,
    B4_FIRST_INPUT_FORGOTTEN,
    B4_TOO_LARGE_BY_ONE_IN_A_HUNDRED,
  }

  private FaultyGradient() {}

  static List<LayerGradient> of(
      ReferenceNetwork reference, double[] x, double[] y, int n, Fault fault) {
    List<LayerGradient> gradient =
        reference.shape().layers().stream().map(LayerGradient::new).toList();
    int last = gradient.size();
    int m = reference.shape().outputs();
    for (int s = 0; s < n; s++) {
      Pass pass = reference.pass(x, s);
      double[] dz1 = loss(reference, pass, y, s * m, n, fault);
      for (int l = last; l >= 1; l--) {
        boolean forgotten = s == n - 1;
        LayerGradient layer = gradient.get(l - 1);
        double[] a0 = pass.a(l - 1);
        for (int j = 0; j < dz1.length; j++) {
          if (!(forgotten && fault == Fault.B3_LAST_SAMPLE_FORGOTTEN)) {
            layer.db[j] += fault == Fault.B3_SIGN ? -dz1[j] : dz1[j];
          }
          for (int k = fault == Fault.B4_FIRST_INPUT_FORGOTTEN ? 1 : 0; k < a0.length; k++) {
            if (!(forgotten && fault == Fault.B4_LAST_SAMPLE_FORGOTTEN)) {
              layer.dw[j][k] += product(dz1, pass, l, j, k, fault);
            }
          }
        }
        if (l > 1) {
          dz1 = backward(reference, l, dz1, pass, fault);
        }
      }
    }
    return gradient;
  }

  private static double product(double[] dz1, Pass pass, int l, int j, int k, Fault fault) {
    double[] a0 = pass.a(l - 1);
    return switch (fault) {
      case B4_OUTPUTS_FOR_INPUTS -> dz1[j] * pass.a(l)[k % pass.a(l).length];
      case B4_TRANSPOSED_INDEX -> dz1[k % dz1.length] * a0[j % a0.length];
      case B4_TOO_LARGE_BY_ONE_IN_A_HUNDRED -> 1.01 * dz1[j] * a0[k];
      default -> dz1[j] * a0[k];
    };
  }

  private static double[] loss(
      ReferenceNetwork reference, Pass pass, double[] y, int yAt, int n, Fault fault) {
    int last = reference.shape().layers().size();
    Loss loss = reference.shape().loss();
    double[] dz1 = new double[reference.shape().outputs()];
    boolean slope =
        loss.fusesActivation()
            ? fault == Fault.L1_SLOPE_APPLIED_TO_A_FUSED_LOSS
            : fault != Fault.L1_SLOPE_FORGOTTEN;
    for (int j = 0; j < dz1.length; j++) {
      double difference = pass.a(last)[j] - y[yAt + j];
      dz1[j] =
          switch (loss) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR -> difference;
            case MEAN_SQUARED_ERROR ->
                fault == Fault.L1_HALF_FORGOTTEN ? difference : 2 * difference / dz1.length;
            case MEAN_ABSOLUTE_ERROR -> Math.signum(difference) / dz1.length;
            case HUBER -> Math.clamp(difference, -1.0, 1.0) / dz1.length;
          };
      dz1[j] /= fault == Fault.L1_FORGOTTEN_MEAN ? 1 : n;
      dz1[j] *= fault == Fault.L1_SIGN ? -1 : 1;
      dz1[j] *= slope ? slope(Activation.SIGMOID, pass.z(last)[j]) : 1;
    }
    return dz1;
  }

  private static double[] backward(
      ReferenceNetwork reference, int l, double[] dz1, Pass pass, Fault fault) {
    double[][] w1 = reference.weights(l);
    double[] dz0 = new double[pass.a(l - 1).length];
    int outputs = dz1.length - (fault == Fault.B2_LAST_OUTPUT_FORGOTTEN ? 1 : 0);
    for (int k = 0; k < dz0.length; k++) {
      double da0 = 0;
      for (int j = 0; j < outputs; j++) {
        da0 +=
            switch (fault) {
              case B2_TRANSPOSED_INDEX -> w1[k % dz1.length][j % dz0.length] * dz1[j];
              case B2_NEIGHBOURS_SWAPPED -> w1[j][Math.min(k ^ 1, dz0.length - 1)] * dz1[j];
              default -> w1[j][k] * dz1[j];
            };
      }
      Activation activation = reference.layer(l - 1).activation();
      dz0[k] =
          switch (fault) {
            case B1_SLOPE_FORGOTTEN -> da0;
            case B1_SLOPE_OF_ANOTHER_ACTIVATION -> da0 * slope(other(activation), pass.z(l - 1)[k]);
            case B1_SLOPE_TAKEN_AT_THE_OUTPUT -> da0 * slope(activation, pass.a(l - 1)[k]);
            default -> da0 * slope(activation, pass.z(l - 1)[k]);
          };
    }
    return dz0;
  }

  private static Activation other(Activation activation) {
    return activation == Activation.TANH ? Activation.SIGMOID : Activation.TANH;
  }

  private static double slope(Activation activation, double z) {
    double sigmoid = 1 / (1 + Math.exp(-z));
    return switch (activation) {
      case SIGMOID -> sigmoid * (1 - sigmoid);
      case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
      default -> throw new IllegalArgumentException(activation.name());
    };
  }
}
