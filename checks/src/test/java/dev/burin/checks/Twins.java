package dev.burin.checks;

import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;

/** Networks over plain loops, and the outputs of any network as doubles. */
final class Twins {

  private Twins() {}

  /** A network of a shape, whose weights are not set. */
  static NeuralNetwork of(NetworkShape shape) {
    return switch (shape.precision()) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  /** The outputs for all samples of an array, {@code [n][in]} to {@code [n][out]}. */
  static double[] outputs(NeuralNetwork network, double[] x) {
    int n = x.length / network.shape().inputs();
    double[] out = new double[n * network.shape().outputs()];
    switch (network) {
      case FloatNetwork floats -> {
        float[] inputs = new float[x.length];
        for (int i = 0; i < x.length; i++) {
          inputs[i] = (float) x[i];
        }
        float[] answers = new float[out.length];
        floats.outputs(inputs, n, answers);
        for (int i = 0; i < out.length; i++) {
          out[i] = answers[i];
        }
      }
      case DoubleNetwork doubles -> doubles.outputs(x, n, out);
    }
    return out;
  }
}
