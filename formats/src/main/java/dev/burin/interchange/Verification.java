package dev.burin.interchange;

import dev.burin.check.ReferenceNetwork;
import dev.burin.file.MalformedFileException;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * How far the outputs of an imported network lie from those of its file on random inputs.
 *
 * @param samples the number of samples
 * @param difference the largest difference of an output
 * @param largest the largest output of the file, without its sign
 */
public record Verification(int samples, double difference, double largest) {

  /**
   * How far the chain in double may lie from the file in double, relative to the largest output or
   * 1. Constants of functions that a file spells out, such as the root of 2 in GELU, are floats,
   * which leaves about 1e-7; another function, such as the tanh fit of GELU, leaves 1e-4 and more.
   */
  private static final double SAME_FUNCTION = 1e-5;

  private static final int MOST_SAMPLES = 64;

  /** The multiply-adds that may be spent on all samples: about a second. */
  private static final long MOST_WORK = 1L << 28;

  /**
   * Compares a network with the file that it was made from.
   *
   * @throws MalformedFileException if the chain computes another function than the file, which is a
   *     mistake in reading it: no network is better than a wrong one
   */
  static Verification of(ForeignModel model, NeuralNetwork network) throws MalformedFileException {
    NetworkShape shape = model.chain().shape();
    Original original = model.original();
    ReferenceNetwork reference = reference(model.chain());
    Random random = new Random(1);
    int batch = original.batch();
    long affordable = MOST_WORK / Math.max(1, shape.multiplyAdds());
    int samples = 0;
    double difference = 0;
    double largest = 0;
    double apart = 0;
    do {
      double[] x = model.chain().range().draw(random, batch);
      double[] theirs = original.outputs(x);
      double[] ours = outputs(network, x, batch);
      for (int s = 0; s < batch; s++) {
        int in = shape.inputs();
        double[] exact = reference.forward(Arrays.copyOfRange(x, s * in, (s + 1) * in));
        for (int j = 0; j < exact.length; j++) {
          double y = theirs[s * exact.length + j];
          largest = Math.max(largest, Math.abs(y));
          difference = Math.max(difference, Math.abs(ours[s * exact.length + j] - y));
          apart = Math.max(apart, Math.abs(exact[j] - y));
        }
      }
      samples += batch;
    } while (samples < Math.min(MOST_SAMPLES, affordable));
    if (!(apart <= SAME_FUNCTION * Math.max(1, largest))) {
      throw new MalformedFileException(
          model.file(),
          String.format(
              Locale.ROOT,
              "the chain of dense layers that was found in it gives other outputs, by up to %.3g",
              apart),
          "a file that says the same in a form that is known");
    }
    return new Verification(samples, difference, largest);
  }

  private static ReferenceNetwork reference(Chain chain) {
    ReferenceNetwork reference = new ReferenceNetwork(chain.shape());
    for (int l = 1; l <= chain.layers().size(); l++) {
      DenseLayer layer = chain.layers().get(l - 1);
      for (int j = 0; j < layer.out(); j++) {
        System.arraycopy(layer.weights(), j * layer.in(), reference.weights(l)[j], 0, layer.in());
      }
      System.arraycopy(layer.bias(), 0, reference.biases(l), 0, layer.out());
    }
    return reference;
  }

  private static double[] outputs(NeuralNetwork network, double[] x, int n) {
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
