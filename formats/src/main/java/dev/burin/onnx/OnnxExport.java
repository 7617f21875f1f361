package dev.burin.onnx;

import dev.burin.data.Scaling;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a network is written as an ONNX file. Begin with {@link #standard()}; each word gives another
 * object.
 *
 * @param opset the version of the operators, {@link #LEAST_OPSET} to {@link #GREATEST_OPSET}
 * @param input the name of the input, {@code [batch][in]}
 * @param output the name of the output, {@code [batch][out]}
 * @param batch the name of the number of samples
 * @param sums whether the output is the sums of the last layer, without its activation
 * @param scaling what the file does to its inputs first, or null for nothing
 */
public record OnnxExport(
    int opset, String input, String output, String batch, boolean sums, @Nullable Scaling scaling) {

  /** What everything since 2020 reads. */
  public static final int LEAST_OPSET = 13;

  /** The newest that is known. */
  public static final int GREATEST_OPSET = Versions.NEWEST_OPSET;

  private static final int LONGEST_NAME = 200;

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException if the opset is out of range, or a name is empty, longer than
   *     200 characters, holds others than letters, digits and {@code _ . / : -}, or is given twice
   */
  public OnnxExport {
    if (opset < LEAST_OPSET || opset > GREATEST_OPSET) {
      throw new IllegalArgumentException(
          "Opset "
              + opset
              + " is not written; give "
              + LEAST_OPSET
              + " to "
              + GREATEST_OPSET
              + ", of which 13 is read by most.");
    }
    name(input);
    name(output);
    name(batch);
    if (input.equals(output)) {
      throw new IllegalArgumentException("Input and output are both called " + input + ".");
    }
  }

  private static void name(String name) {
    Objects.requireNonNull(name, "A name is null; give one such as x.");
    if (!name.matches("[A-Za-z0-9_./:-]{1," + LONGEST_NAME + "}")) {
      throw new IllegalArgumentException(
          "A name in the file has letters, digits and _ . / : - alone, 1 to "
              + LONGEST_NAME
              + " of them; give another.");
    }
    if (name.startsWith(NetworkWriter.LAYER) || name.startsWith(NetworkWriter.SCALING)) {
      throw new IllegalArgumentException(
          "The name " + name + " begins as those of the layers do; give another.");
    }
  }

  /** Opset 13, from {@code x} to {@code y}, any number {@code n} of samples. */
  public static OnnxExport standard() {
    return new OnnxExport(LEAST_OPSET, "x", "y", "n", false, null);
  }

  /** The same with other operators, such as 20, where GELU is one. */
  public OnnxExport opset(int other) {
    return new OnnxExport(other, input, output, batch, sums, scaling);
  }

  /** The same with other names of the input and the output. */
  public OnnxExport names(String ofInput, String ofOutput) {
    return new OnnxExport(opset, ofInput, ofOutput, batch, sums, scaling);
  }

  /** The same without the activation of the last layer: logits where it is SOFTMAX or SIGMOID. */
  public OnnxExport ofSums() {
    return new OnnxExport(opset, input, output, batch, true, scaling);
  }

  /** The same with Sub and Div in front, so that the file takes inputs as they are measured. */
  public OnnxExport scaled(Scaling by) {
    Objects.requireNonNull(by, "The scaling is null; expected the one of the training data.");
    return new OnnxExport(opset, input, output, batch, sums, by);
  }
}
