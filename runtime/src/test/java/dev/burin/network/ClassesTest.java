package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a class is answered, and what is said when there is none. */
class ClassesTest {

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void noInputButAFiniteOneHasAClassWhateverTheActivation(float odd) {
    for (Activation activation : Activation.values()) {
      for (int width : new int[] {3, 21}) {
        FloatNetwork floats = Nets.floats(width, activation, width);
        DoubleNetwork doubles = Nets.doubles(width, activation, width);
        floats.initialize(1);
        doubles.initialize(1);
        for (int k = 0; k < width; k++) {
          float[] x = new float[width];
          x[k] = odd;
          double[] wide = new double[width];
          wide[k] = odd;
          String wanted = "Input " + k + " is " + odd + "; only finite numbers have a class";

          assertThatIllegalArgumentException()
              .as("%s", activation)
              .isThrownBy(() -> floats.predict(x))
              .withMessageStartingWith(wanted);
          assertThatIllegalArgumentException()
              .as("%s", activation)
              .isThrownBy(() -> doubles.predict(wide))
              .withMessageStartingWith(wanted);
        }
      }
    }
  }

  /** A saturated ELU gives its slope, which is no whole number. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.75, 1, 1.7, 3})
  void noInputButAFiniteOneHasAClassWhateverTheSlope(double slope) {
    for (int width : new int[] {3, 21}) {
      LayerShape layer = LayerShape.of(width, width, Activation.ELU).slope(slope);
      NetworkShape shape = NetworkShape.of(Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layer);
      FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
      network.initialize(1);
      for (int at = 0; at < network.layout().length(); at++) {
        network.parameter(at, -Math.abs(network.parameter(at)));
      }
      float[] x = new float[width];
      assertThat(network.predict(x)).isZero();
      for (float odd : new float[] {Float.NaN, 1 / 0f, -1 / 0f}) {
        x[width - 1] = odd;
        assertThatIllegalArgumentException()
            .isThrownBy(() -> network.predict(x))
            .withMessageStartingWith("Input " + (width - 1) + " is " + odd + ";");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void finiteInputsHaveAClassThoughOutputsLookLikeThoseOfInfiniteOnes(Activation activation) {
    FloatNetwork network = Nets.scaling(Nets.floats(3, activation, 3), 1000);
    assertThat(network.predict(new float[] {-1, 1, -1})).isEqualTo(1);
  }

  @Test
  void aSampleOfABatchIsNamedAndThoseBeforeItAreAnswered() {
    FloatNetwork network = Nets.scaling(Nets.floats(3, Activation.IDENTITY, 3), 1);
    int n = 400;
    float[] x = new float[n * 3];
    for (int s = 0; s < n; s++) {
      x[3 * s + s % 3] = 1;
    }
    x[3 * 301 + 2] = Float.NaN;
    int[] out = new int[n];

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(x, n, out))
        .withMessageStartingWith("Input 2 of sample 301 is NaN;");
    assertThat(out[300]).isEqualTo(0);
    assertThat(out[299]).isEqualTo(2);
    network.predict(x, 301, out);
  }

  @Test
  void namesTakeThePlaceOfNumbers() {
    FloatNetwork network = Nets.scaling(Nets.floats(2, Activation.IDENTITY, 2), 1);
    FloatWorkspace ws = network.acquire();
    ws.x[1] = Float.POSITIVE_INFINITY;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predictFrom(ws, "width,height"))
        .withMessageStartingWith("The component height is Infinity as a float;");
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"IDENTITY", "SOFTMAX", "RELU"})
  void oneSumThatOverflowsWins(Activation activation) {
    FloatNetwork floats = Nets.scaling(Nets.floats(3, activation, 3), 1e30);
    DoubleNetwork doubles = Nets.scaling(Nets.doubles(3, activation, 3), 1e300);

    assertThat(floats.predict(new float[] {1, 1e30f, 2})).isEqualTo(1);
    assertThat(doubles.predict(new double[] {1, 1e300, 2})).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"IDENTITY", "SOFTMAX", "RELU"})
  void severalSumsThatOverflowHaveNoClass(Activation activation) {
    FloatNetwork floats = Nets.scaling(Nets.floats(3, activation, 3), 1e30);
    DoubleNetwork doubles = Nets.scaling(Nets.doubles(3, activation, 3), 1e300);
    String wanted = "The outputs tell no class: inputs and weights are finite, but sums overflowed";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> floats.predict(new float[] {1e30f, 1e30f, 2}))
        .withMessageStartingWith(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> doubles.predict(new double[] {1e300, 1e300, 2}))
        .withMessageStartingWith(wanted);
  }

  @Test
  void aWeightThatIsNotFiniteIsNamedAsTheCause() {
    FloatNetwork network = Nets.scaling(Nets.floats(2, Activation.SIGMOID, 2), 1);
    network.parameter(network.layout().layer(1).bias(0), Double.NaN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(new float[] {1, 2}))
        .withMessageStartingWith("A parameter of layer 1 is NaN, so that there is no class;");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.49999997, 0", "-0.0, 0", "7, 1"})
  void aSingleOutputIsJudgedByTheThreshold(float x, int wanted) {
    FloatNetwork network = Nets.scaling(Nets.floats(1, Activation.IDENTITY, 1), 1);
    assertThat(network.predict(new float[] {x})).isEqualTo(wanted);
    int[] out = new int[1];
    network.predict(new float[] {x}, 1, out);
    assertThat(out).containsExactly(wanted);
  }

  @Test
  void softmaxTendsToOneWhereASumIsInfinite() {
    for (int width : new int[] {3, 21}) {
      FloatNetwork network = Nets.scaling(Nets.floats(width, Activation.SOFTMAX, width), 1e30);
      float[] x = new float[width];
      x[2] = 1e30f;
      float[] wanted = new float[width];
      wanted[2] = 1;

      assertThat(network.outputs(x)).isEqualTo(wanted);
      x[0] = 1e30f;
      assertThat(network.outputs(x)).containsOnly(Float.NaN);
    }
  }
}
