package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.machine.Width;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Computes a fixed set of cases with the twin and on every width and prints one digest for each. It
 * runs in JVMs of its own, with flags that change what the JIT may use; the class path holds the
 * engraved classes.
 */
final class BitsDigest {

  private static final int SAMPLES = 5;
  private static final double LEARNING_RATE = 1e-4;

  /** Rounds of training: enough that the JIT compiles some kernels where it may. */
  private static final int STEPS = 6;

  /** Every activation and loss, panels and rows, both precisions. */
  static final List<Declaration> DECLARATIONS =
      List.of(
          declaration("D1", Loss.CROSS_ENTROPY, Precision.FLOAT, Activation.TANH, Activation.GELU),
          declaration(
              "D2", Loss.BINARY_CROSS_ENTROPY, Precision.DOUBLE, Activation.ELU, Activation.SILU),
          declaration(
              "D3",
              Loss.MEAN_SQUARED_ERROR,
              Precision.FLOAT,
              Activation.SIGMOID,
              Activation.SOFTPLUS),
          declaration(
              "D4",
              Loss.HALF_MEAN_SQUARED_ERROR,
              Precision.DOUBLE,
              Activation.RELU,
              Activation.LEAKY_RELU));

  private BitsDigest() {}

  private static Declaration declaration(
      String name, Loss loss, Precision precision, Activation first, Activation second) {
    Activation last =
        switch (loss) {
          case CROSS_ENTROPY -> Activation.SOFTMAX;
          case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
          case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> Activation.TANH;
          case HALF_MEAN_SQUARED_ERROR -> Activation.IDENTITY;
        };
    int outputs = loss == Loss.CROSS_ENTROPY ? 5 : 3;
    List<Double> slopes =
        Stream.of(first, second).filter(Activation::takesSlope).map(each -> 0.3).toList();
    return new Declaration(
            name, List.of(9, 33, 17, outputs), List.of(first, second, last), loss, precision)
        .sloped(slopes);
  }

  /** Prints {@code network width digest}, one a line. */
  public static void main(String[] arguments) {
    for (Declaration declaration : DECLARATIONS) {
      for (Width width : Width.values()) {
        System.out.println(declaration.name() + " " + width + " " + digest(declaration, width));
      }
    }
  }

  private static String digest(Declaration declaration, Width width) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Subject subject = subject(declaration, width);
    Numbers numbers = new Numbers(3, Numbers.Kind.AWKWARD, declaration.precision());
    subject.parameters(numbers.parameters(subject.layout()));
    double[] x = numbers.inputs(declaration.shape(), SAMPLES);
    double[] y = numbers.targets(declaration.shape(), SAMPLES);
    for (int step = 0; step < STEPS; step++) {
      add(digest, subject.batch(x, SAMPLES));
      add(digest, subject.single(x, step % SAMPLES));
      add(digest, subject.gradient(x, y, SAMPLES, 1 + step % 3));
      add(digest, subject.withoutPadding(subject.gradient()));
      subject.step(LEARNING_RATE);
    }
    add(digest, subject.withoutPadding(subject.parameters()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Subject subject(Declaration declaration, Width width) {
    Engraving here = new Engraving(Map.of(), Map.of());
    return Subject.of(here, declaration, width);
  }

  private static void add(MessageDigest digest, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    for (double value : values) {
      bytes.putLong(Double.doubleToLongBits(value));
    }
    digest.update(bytes.array());
  }
}
