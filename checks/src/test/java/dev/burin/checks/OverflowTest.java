package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.machine.Width;
import dev.burin.shape.LayerLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A finite sample whose sums overflow: the greatest sum wins, at every width. */
class OverflowTest {

  private static final int SAMPLES = 17;

  private static final List<Declaration> DECLARATIONS =
      Stream.of(Precision.values())
          .flatMap(
              precision ->
                  Stream.of(3, 21)
                      .map(
                          out ->
                              new Declaration(
                                  "Over_" + precision + "_" + out,
                                  List.of(out, out),
                                  List.of(Activation.SOFTMAX),
                                  Loss.CROSS_ENTROPY,
                                  precision)))
          .toList();

  private static final Engraving ENGRAVING = Engraver.engrave(DECLARATIONS);

  @ParameterizedTest
  @EnumSource(Width.class)
  void oneInfiniteSumWinsAndTwoTellNoClass(Width width) {
    for (Declaration declaration : DECLARATIONS) {
      double large = declaration.precision() == Precision.FLOAT ? 1e30 : 1e300;
      Subject subject = Subject.of(ENGRAVING, declaration, width);
      int m = declaration.shape().outputs();
      double[] p = new double[subject.layout().length()];
      LayerLayout layer = subject.layout().layer(1);
      for (int j = 0; j < m; j++) {
        p[layer.weight(j, j)] = large;
      }
      subject.parameters(p);
      double[] x = new double[SAMPLES * m];
      double[] wanted = new double[SAMPLES * m];
      int[] classes = new int[SAMPLES];
      for (int s = 0; s < SAMPLES; s++) {
        classes[s] = s % m;
        x[s * m + classes[s]] = s % 2 == 0 ? large : 1;
        wanted[s * m + classes[s]] = 1;
      }

      assertThat(subject.batch(x, SAMPLES)).isEqualTo(wanted);
      assertThat(subject.single(x, 4)).isEqualTo(Arrays.copyOfRange(wanted, 4 * m, 5 * m));
      assertThat(subject.classes(x, SAMPLES)).isEqualTo(classes);

      x[8 * m] = large;
      x[8 * m + 1] = large;
      Arrays.fill(wanted, 8 * m, 9 * m, Double.NaN);
      assertThat(subject.batch(x, SAMPLES)).isEqualTo(wanted);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> subject.classes(x, SAMPLES))
          .withMessageStartingWith("The outputs of sample 8 tell no class:")
          .withMessageContaining("overflowed");
    }
  }
}
