package dev.burin.checks.peers;

import ai.onnxruntime.OrtException;
import dev.burin.checks.bench.Nets;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.LayerLayout;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How far the outputs of float networks lie from those of the same weights and samples in double:
 * ours, those of ONNX Runtime and of plain loops with one chain for each sum.
 */
public final class Accuracy {

  private static final int SAMPLES = 16;

  private Accuracy() {}

  /** Prints the greatest and the root mean square error of the networks named, or of LARGE. */
  public static void main(String[] args) throws OrtException {
    for (String name : args.length == 0 ? new String[] {"LARGE"} : args[0].split(",")) {
      for (int seed = 1; seed <= 3; seed++) {
        compare(Nets.valueOf(name), seed);
      }
    }
  }

  private static void compare(Nets net, int seed) throws OrtException {
    FloatNetwork network = net.make();
    network.initialize(seed);
    Random random = new Random(seed);
    float[] x = new float[SAMPLES * network.shape().inputs()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    double[] exact = exact(network, x);
    float[] ours = new float[exact.length];
    network.outputs(x, SAMPLES, ours);
    float[] loops = new float[exact.length];
    new PlainLoops(network).run(x, SAMPLES, loops);
    float[] theirs = new float[exact.length];
    try (OnnxRuntime onnx = new OnnxRuntime(network, SAMPLES, 1)) {
      FloatBuffer outputs = onnx.run(x);
      outputs.get(0, theirs);
    }
    print(net, seed, "Burin", ours, exact);
    print(net, seed, "ONNX Runtime", theirs, exact);
    print(net, seed, "one chain", loops, exact);
  }

  private static void print(Nets net, int seed, String name, float[] a, double[] exact) {
    double greatest = 0;
    double squares = 0;
    for (int i = 0; i < exact.length; i++) {
      double error = Math.abs(a[i] - exact[i]);
      greatest = Math.max(greatest, error);
      squares += error * error;
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s seed %d  %-13s greatest %.3g  root mean square %.3g%n",
        net,
        seed,
        name,
        greatest,
        Math.sqrt(squares / exact.length));
  }

  /** The outputs in double, for the activations that need no function. */
  private static double[] exact(FloatNetwork network, float[] x) {
    List<LayerLayout> layers = network.layout().layers();
    float[] p = network.parameters();
    double[] a = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      a[i] = x[i];
    }
    for (LayerLayout layer : layers) {
      double[] z = new double[SAMPLES * layer.out()];
      for (int j = 0; j < layer.out(); j++) {
        for (int s = 0; s < SAMPLES; s++) {
          z[s * layer.out() + j] = p[layer.bias(j)];
        }
        for (int k = 0; k < layer.in(); k++) {
          double w = p[layer.weight(j, k)];
          for (int s = 0; s < SAMPLES; s++) {
            z[s * layer.out() + j] += w * a[s * layer.in() + k];
          }
        }
      }
      switch (layer.layer().activation()) {
        case IDENTITY -> {}
        case RELU -> {
          for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(0, z[i]);
          }
        }
        case SIGMOID -> {
          for (int i = 0; i < z.length; i++) {
            z[i] = 1 / (1 + Math.exp(-z[i]));
          }
        }
        default ->
            throw new IllegalArgumentException(
                "No error is known of " + layer.layer().activation() + "; name another network.");
      }
      a = z;
    }
    return a;
  }
}
