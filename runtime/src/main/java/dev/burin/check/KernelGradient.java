package dev.burin.check;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import java.util.Arrays;
import java.util.List;

/** The gradient of a batch as the kernels of a network compute it. */
final class KernelGradient {

  private KernelGradient() {}

  static List<LayerGradient> of(FloatNetwork network, Batch batch) {
    FloatTraining training = FloatTraining.onKernels(network, batch.size(), 1);
    batch.dropIn(training);
    float[] x = narrow(batch.x());
    float[] y = narrow(batch.y());
    if (batch.weights().length == 0) {
      training.gradient(x, y, batch.size());
    } else {
      training.gradient(x, y, narrow(batch.weights()), batch.size());
    }
    return LayerGradient.of(
        network.layout(), Arrays.copyOf(training.gradient(), network.layout().length()));
  }

  static List<LayerGradient> of(DoubleNetwork network, Batch batch) {
    DoubleTraining training = DoubleTraining.onKernels(network, batch.size(), 1);
    batch.dropIn(training);
    if (batch.weights().length == 0) {
      training.gradient(batch.x(), batch.y(), batch.size());
    } else {
      training.gradient(batch.x(), batch.y(), batch.weights(), batch.size());
    }
    return LayerGradient.of(
        network.layout(), Arrays.copyOf(training.gradient(), network.layout().length()));
  }

  private static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }
}
