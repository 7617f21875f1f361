package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.network.NeuralNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Types of other tools, read into a network 2-1. */
class ForeignTypesTest {

  private static Tensors of(String type, double a, double b) {
    return new Tensors()
        .add("fc.weight", type, new int[] {1, 2}, a, b)
        .add("fc.bias", "F32", new int[] {1}, 0.5);
  }

  private static NeuralNetwork load(Tensors tensors, Precision precision, Reading reading)
      throws MalformedFileException {
    return WeightsFile.load(tensors.bytes(), "typed", TestNetworks.of(precision, 2, 1), reading);
  }

  private static double weight(NeuralNetwork network, int k) {
    return network.parameter(network.layout().layer(1).weight(0, k));
  }

  private static void refused(
      Tensors tensors, Precision precision, Reading reading, String... words) {
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> load(tensors, precision, reading))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @ParameterizedTest
  @CsvSource({
    "F16, 0.333251953125, -65504",
    "F16, 5.9604644775390625E-8, -0.0",
    "BF16, 0.333984375, -3.3895313892515355E38",
    "F32, 1.40129846432481707E-45, -3.4028234663852886E38",
  })
  void narrowerTypesAreWidenedExactly(String type, double a, double b)
      throws MalformedFileException {
    for (Precision precision : Precision.values()) {
      NeuralNetwork network = load(of(type, a, b), precision, Reading.standard());

      assertThat(weight(network, 0)).isEqualTo(a);
      assertThat(weight(network, 1)).isEqualTo(b);
    }
  }

  @Test
  void doublesAreRoundedOnRequestOnly() throws MalformedFileException {
    Tensors third = of("F64", 1.0 / 3, 16_777_217);

    refused(
        third,
        Precision.FLOAT,
        Reading.standard(),
        "tensor \"fc.weight\" has the dtype F64; expected F32 for a network of precision FLOAT");
    NeuralNetwork rounded = load(third, Precision.FLOAT, Reading.standard().rounded());
    assertThat(weight(rounded, 0)).isEqualTo((float) (1.0 / 3));
    assertThat(weight(rounded, 1)).isEqualTo(16_777_216);
    NeuralNetwork whole = load(third, Precision.DOUBLE, Reading.standard());
    assertThat(weight(whole, 0)).isEqualTo(1.0 / 3);
  }

  @Test
  void whatBecomesInfiniteIsRefusedAndWhatIsJustNotIsRounded() throws MalformedFileException {
    refused(
        of("F64", 1, 1e300),
        Precision.FLOAT,
        Reading.standard().rounded(),
        "fc.weight[0,1] is 1.0E300, which is infinite as a float",
        "or a network of DOUBLE");
    assertThat(weight(load(of("F64", 1, 1e300), Precision.DOUBLE, Reading.standard()), 1))
        .isEqualTo(1e300);
    double greatest = Math.nextUp((double) Float.MAX_VALUE);
    NeuralNetwork rounded =
        load(of("F64", 1, greatest), Precision.FLOAT, Reading.standard().rounded());
    assertThat(weight(rounded, 1)).isEqualTo(Float.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"F16, NaN", "BF16, Infinity", "F64, -Infinity", "F32, NaN"})
  void whatIsNotFiniteIsNamed(String type, double value) {
    refused(
        of(type, 1, value),
        Precision.DOUBLE,
        Reading.standard(),
        "fc.weight[0,1] is " + value + "; expected finite numbers");
  }

  @Test
  void wholeNumbersNeedAScale() {
    refused(
        of("I8", 3, -4),
        Precision.FLOAT,
        Reading.standard(),
        "tensor \"fc.weight\" has the dtype I8",
        "\"fc.weight_scale\" with a scale per output");
    refused(
        new Tensors()
            .add("fc.weight", "I64", new int[] {1, 2}, 3, 4)
            .add("fc.bias", "F32", new int[] {1}, 0.5),
        Precision.FLOAT,
        Reading.standard(),
        "tensor \"fc.weight\" has the dtype I64; expected F16, BF16, F32 or F64");
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void wholeNumbersAreMultipliedWithTheirScaleWhereverItStands(Precision precision)
      throws MalformedFileException {
    double scale = 0.1f;
    for (int[] shape : new int[][] {{1}, {1, 1}}) {
      Tensors before =
          new Tensors()
              .add("fc.weight_scale", "F32", shape, scale)
              .add("fc.weight", "I8", new int[] {1, 2}, 127, -3);
      Tensors behind =
          new Tensors()
              .add("fc.weight", "I8", new int[] {1, 2}, 127, -3)
              .add("fc.weight_scale", "F32", shape, scale);
      for (Tensors tensors : new Tensors[] {before, behind}) {
        NeuralNetwork network = load(tensors, precision, Reading.standard());

        boolean floats = precision == Precision.FLOAT;
        assertThat(weight(network, 0)).isEqualTo(floats ? 127 * 0.1f : 127 * scale);
        assertThat(weight(network, 1)).isEqualTo(floats ? -3 * 0.1f : -3 * scale);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"NaN", "-1", "Infinity", "1e38"})
  void aScaleThatNoWeightCouldHaveIsRefused(double scale) {
    refused(
        new Tensors()
            .add("fc.weight", "I8", new int[] {1, 2}, 127, -3)
            .add("fc.weight_scale", "F32", new int[] {1}, scale),
        Precision.FLOAT,
        Reading.standard(),
        "fc.weight_scale[0] is");
  }
}
