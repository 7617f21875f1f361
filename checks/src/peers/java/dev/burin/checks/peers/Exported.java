package dev.burin.checks.peers;

import ai.onnxruntime.OrtException;
import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Scaling;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.onnx.Onnx;
import dev.burin.onnx.OnnxExport;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes networks of every activation, loss and precision as ONNX files and compares the outputs of
 * ONNX Runtime with ours. Ends with 1 if one lies too far away; what ONNX Runtime has no kernel for
 * is named.
 */
public final class Exported {

  private static final int SAMPLES = 64;

  /** How far outputs may lie apart, relative to the larger of 1 and the output. */
  private static final double FLOAT_TOLERANCE = 4e-6;

  private static final double DOUBLE_TOLERANCE = 1e-13;

  private static final int[] OPSETS = {13, 17, 20};

  private Exported() {}

  /** Compares all of them. */
  public static void main(String[] args) throws OrtException {
    int far = 0;
    for (Precision precision : Precision.values()) {
      for (NetworkShape shape : shapes(precision)) {
        NeuralNetwork network = network(shape);
        for (int opset : OPSETS) {
          OnnxExport plain = OnnxExport.standard().opset(opset);
          far += compare(network, plain, "") ? 0 : 1;
        }
        Scaling scaling = Scaling.of(new double[] {1, -2, 3}, new double[] {2, 0.5, 4});
        far += compare(network, OnnxExport.standard().scaled(scaling), "scaled") ? 0 : 1;
      }
    }
    System.out.println(far == 0 ? "All agree." : far + " lie too far away.");
    System.exit(far == 0 ? 0 : 1);
  }

  private static List<NetworkShape> shapes(Precision precision) {
    List<NetworkShape> shapes = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      boolean softmax = activation == Activation.SOFTMAX;
      LayerShape first = LayerShape.of(3, 40, softmax ? Activation.TANH : activation);
      first = first.activation().takesSlope() ? first.slope(0.3) : first;
      for (Loss loss : Loss.values()) {
        if (loss.fits(activation)) {
          shapes.add(NetworkShape.of(loss, precision, first, LayerShape.of(40, 5, activation)));
        }
      }
    }
    return shapes;
  }

  private static NeuralNetwork network(NetworkShape shape) {
    NeuralNetwork network =
        switch (shape.precision()) {
          case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
          case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
        };
    network.initialize(1);
    return network;
  }

  private static boolean compare(NeuralNetwork network, OnnxExport export, String what) {
    double[] x = new Random(2).doubles(3L * SAMPLES, -4, 4).map(d -> (float) d).toArray();
    byte[] bytes = Onnx.bytes(network, export);
    boolean doubles = network.shape().precision() == Precision.DOUBLE;
    double distance;
    try (OnnxFile file = new OnnxFile(bytes)) {
      double[] theirs = file.run(x, SAMPLES, 3, doubles);
      double[] scaled = x.clone();
      Scaling scaling = export.scaling();
      if (scaling != null) {
        for (int s = 0; s < SAMPLES; s++) {
          for (int k = 0; k < 3; k++) {
            double moved = x[3 * s + k] - scaling.shift()[k];
            scaled[3 * s + k] = moved / scaling.divisor()[k];
          }
        }
      }
      distance = distance(outputs(network, scaled), theirs);
    } catch (OrtException e) {
      boolean absent = String.valueOf(e.getMessage()).contains("NOT_IMPLEMENTED");
      System.out.printf(
          Locale.ROOT,
          "%-100s opset %d %s%n",
          network.shape(),
          export.opset(),
          absent ? "ONNX Runtime has no kernel" : e.getMessage());
      return absent;
    }
    double most = doubles ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
    System.out.printf(
        Locale.ROOT,
        "%-100s opset %d %s %.2g%s%n",
        network.shape(),
        export.opset(),
        what,
        distance,
        distance <= most ? "" : " TOO FAR");
    return distance <= most;
  }

  private static double distance(double[] ours, double[] theirs) {
    double greatest = ours.length == theirs.length ? 0 : Double.NaN;
    for (int i = 0; i < ours.length; i++) {
      double distance = Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(ours[i]));
      greatest = Math.max(greatest, distance);
    }
    return greatest;
  }

  /** The outputs of ours for rows of 3. */
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
