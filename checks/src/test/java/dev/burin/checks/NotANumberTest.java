package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.machine.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What generated kernels of every width make of inputs that are not finite: NaN goes through every
 * activation to all outputs of its sample and of no other, and no class is told of it.
 */
class NotANumberTest {

  private static final List<Integer> BATCHES = List.of(1, 2, 3, 9, 31);

  private static final List<Declaration> DECLARATIONS = declarations();

  private static final Engraving ENGRAVING = Engraver.engrave(DECLARATIONS);

  /** Each activation in a last layer of rows, and all of them, one behind the other, in panels. */
  private static List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      List<Integer> widths = new ArrayList<>(List.of(5));
      for (Activation activation : Activation.values()) {
        widths.add(19);
        Loss loss = activation == Activation.SOFTMAX ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
        declarations.add(
            new Declaration(
                activation + "_" + precision, List.of(5, 2), List.of(activation), loss, precision));
      }
      declarations.add(
          new Declaration(
                  "ELUS_" + precision,
                  List.of(5, 19, 3),
                  List.of(Activation.ELU, Activation.LEAKY_RELU),
                  Loss.MEAN_SQUARED_ERROR,
                  precision)
              .sloped(List.of(0.3, 0.2)));
      declarations.add(
          new Declaration(
              "ALL_" + precision,
              widths,
              List.of(Activation.values()),
              Loss.CROSS_ENTROPY,
              precision));
    }
    return declarations;
  }

  static List<Declaration> all() {
    return DECLARATIONS;
  }

  private static Subject subject(Declaration declaration, Width width) {
    Subject subject = Subject.of(ENGRAVING, declaration, width);
    subject.parameters(
        new Numbers(1, Numbers.Kind.PLAIN, declaration.precision()).parameters(subject.layout()));
    return subject;
  }

  @ParameterizedTest
  @MethodSource("all")
  void reachesAllOutputsOfItsSampleAndNoOther(Declaration declaration) {
    int in = declaration.shape().inputs();
    int out = declaration.shape().outputs();
    for (Width width : Width.values()) {
      Subject subject = subject(declaration, width);
      for (int n : BATCHES) {
        double[] x =
            new Numbers(n, Numbers.Kind.PLAIN, declaration.precision())
                .inputs(declaration.shape(), n);
        double[] wanted = subject.batch(x, n);
        assertThat(wanted).doesNotContain(Double.NaN);
        for (int input = 0; input < in; input++) {
          double[] odd = x.clone();
          double[] expected = wanted.clone();
          for (int sample = 0; sample < n; sample += 3) {
            odd[sample * in + (sample + input) % in] = Double.NaN;
            Arrays.fill(expected, sample * out, (sample + 1) * out, Double.NaN);
          }

          assertThat(subject.batch(odd, n)).as("%s, %d samples", width, n).isEqualTo(expected);
          if (n == 1) {
            assertThat(subject.single(odd, 0)).as("%s", width).isEqualTo(expected);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasNoClass(Declaration declaration) {
    int in = declaration.shape().inputs();
    for (Width width : Width.values()) {
      Subject subject = subject(declaration, width);
      for (double odd : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
        int n = 31;
        double[] x =
            new Numbers(3, Numbers.Kind.PLAIN, declaration.precision())
                .inputs(declaration.shape(), n);
        assertThat(subject.classes(x, n)).hasSize(n);
        for (int at = 0; at < in * n; at += 23) {
          double[] spoilt = x.clone();
          spoilt[at] = odd;
          int sample = at / in;
          int input = at % in;
          assertThatIllegalArgumentException()
              .as("%s, %s", width, odd)
              .isThrownBy(() -> subject.classes(spoilt, n))
              .withMessageStartingWith(
                  "Input " + input + " of sample " + sample + " is " + odd + ";");
        }
      }
    }
  }
}
