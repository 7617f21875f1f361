package dev.burin.io;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.kernel.Law;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A few samples that travel with weights, and what the network answers: by them whoever loads the
 * weights, here or in Python, can tell that it computes the same.
 *
 * @param rows how many samples, at least 1
 * @param inputs {@code [rows][in]}, row-major
 * @param outputs {@code [rows][out]}, row-major
 * @param tolerance by how much an output may differ; empty where it must have equal bits
 */
public record GoldenRows(int rows, double[] inputs, double[] outputs, OptionalDouble tolerance) {

  /** Checks that the rows are whole, and all numbers finite. */
  public GoldenRows {
    if (rows < 1 || inputs.length % rows != 0 || outputs.length % rows != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d golden rows cannot have %d inputs and %d outputs.",
              rows,
              inputs.length,
              outputs.length));
    }
    if (!finite(inputs) || !finite(outputs)) {
      throw new IllegalArgumentException(
          "A golden row has a number that is not finite; take other samples.");
    }
    if (!(tolerance.orElse(0) >= 0) || Double.isInfinite(tolerance.orElse(0))) {
      throw new IllegalArgumentException(
          "The tolerance of golden rows is " + tolerance.getAsDouble() + "; give 0 or more.");
    }
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  /** What a network answers now. */
  static GoldenRows answeredBy(NeuralNetwork network, double[] x, int rows) {
    int in = network.shape().inputs();
    if (x.length < (long) rows * in) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d golden rows of %d inputs are %d numbers, but %d were given.",
              rows,
              in,
              (long) rows * in,
              x.length));
    }
    double[] inputs = rounded(Arrays.copyOf(x, rows * in), network.shape().precision());
    return new GoldenRows(rows, inputs, answers(network, inputs, rows), OptionalDouble.empty());
  }

  private static double[] rounded(double[] values, Precision precision) {
    return switch (precision) {
      case FLOAT -> Arrays.stream(values).map(value -> (float) value).toArray();
      case DOUBLE -> values;
    };
  }

  private static double[] answers(NeuralNetwork network, double[] inputs, int rows) {
    double[] outputs = new double[rows * network.shape().outputs()];
    switch (network) {
      case FloatNetwork floats -> {
        float[] x = new float[inputs.length];
        for (int i = 0; i < x.length; i++) {
          x[i] = (float) inputs[i];
        }
        float[] out = new float[outputs.length];
        floats.outputs(x, rows, out);
        for (int i = 0; i < out.length; i++) {
          outputs[i] = out[i];
        }
      }
      case DoubleNetwork doubles -> doubles.outputs(inputs, rows, outputs);
    }
    return outputs;
  }

  /**
   * The golden rows among the metadata of a file of a shape, or null if there are none.
   *
   * @throws MalformedFileException if they are none of this shape
   */
  static @Nullable GoldenRows of(String file, Map<String, String> metadata, NetworkShape shape)
      throws MalformedFileException {
    GoldenRows golden = GoldenText.parse(file, metadata);
    if (golden != null) {
      int in = golden.inputs.length / golden.rows;
      int out = golden.outputs.length / golden.rows;
      if (in != shape.inputs() || out != shape.outputs()) {
        throw new MalformedFileException(
            file,
            "the golden rows have " + in + " inputs and " + out + " outputs",
            shape.inputs() + " and " + shape.outputs());
      }
    }
    return golden;
  }

  /** Compares what a network answers with the golden rows of its file, as far as is asked for. */
  static void check(
      String file, Map<String, String> metadata, NeuralNetwork network, GoldenCheck check)
      throws MalformedFileException {
    GoldenRows golden = of(file, metadata, network.shape());
    if (check == GoldenCheck.NONE) {
      return;
    }
    if (golden == null) {
      if (check == GoldenCheck.REQUIRED) {
        throw new MalformedFileException(
            file, "there are no golden rows", "some, as Writing.golden(x, n) keeps them");
      }
      return;
    }
    String law = metadata.getOrDefault(Metadata.LAW, "" + Law.NUMBER);
    if (golden.tolerance.isPresent() || law.equals("" + Law.NUMBER)) {
      golden.compare(file, network);
    } else if (check == GoldenCheck.REQUIRED) {
      throw new MalformedFileException(
          file,
          "the golden rows were answered under another law of sums, which gives other bits",
          "those of law " + Law.NUMBER + "; load without golden() and save again");
    }
  }

  /**
   * Compares with what a network answers.
   *
   * @throws MalformedFileException if it answers otherwise
   */
  private void compare(String file, NeuralNetwork network) throws MalformedFileException {
    double[] now = answers(network, rounded(inputs, network.shape().precision()), rows);
    int out = network.shape().outputs();
    for (int i = 0; i < now.length; i++) {
      boolean equal = Double.doubleToLongBits(now[i]) == Double.doubleToLongBits(outputs[i]);
      if (!equal && !(Math.abs(now[i] - outputs[i]) <= tolerance.orElse(-1))) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT,
                "output %d of golden row %d is answered with %s",
                i % out,
                i / out,
                now[i]),
            String.format(
                Locale.ROOT,
                "%s, as the file says%s; the weights are for another network, or a tool changed"
                    + " them",
                outputs[i],
                tolerance.isPresent() ? " up to " + tolerance.getAsDouble() : " to the last bit"));
      }
    }
  }
}
