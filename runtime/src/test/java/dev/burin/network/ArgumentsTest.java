package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What networks say about arrays that do not fit. */
class ArgumentsTest {

  private final FloatNetwork network = Nets.scaling(Nets.floats(3, Activation.IDENTITY, 3), 2);
  private final DoubleNetwork doubles = Nets.scaling(Nets.doubles(3, Activation.IDENTITY, 3), 2);

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void oneSampleHasItsExactLength(int length) {
    FloatNetwork single = Nets.scaling(Nets.floats(3, Activation.IDENTITY, 1), 2);
    String wanted =
        "The array of inputs holds " + length + " elements, but one sample has exactly 3.";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.outputs(new float[length]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.outputs(new float[length], new float[3]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(new float[length]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> single.output(new float[length]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> doubles.outputs(new double[length]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.outputs(new float[3], new float[length]))
        .withMessage(
            "The array of outputs holds " + length + " elements, but one sample has exactly 3.");
  }

  @Test
  void batchesMayLieInLongerArrays() {
    float[] out = new float[9];
    network.outputs(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 2, out);
    assertThat(out).containsExactly(2, 4, 6, 8, 10, 12, 0, 0, 0);
  }

  @Test
  void outputsNeverOverwriteInputs() {
    float[] x = new float[600];
    double[] wide = new double[600];
    FloatInference inference = new FloatInference(network, 2);
    DoubleInference doubleInference = new DoubleInference(doubles, 2);
    String wanted =
        "The array of inputs is the array of outputs too; give the outputs an array of their own.";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.outputs(x, 200, x))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference.outputs(x, 200, x))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> doubles.outputs(wide, 200, wide))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> doubleInference.outputs(wide, 200, wide))
        .withMessage(wanted);
    float[] one = new float[3];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.outputs(one, one))
        .withMessage(wanted);
  }

  @Test
  @SuppressWarnings("NullAway") // what is told to those who do it all the same
  void nullIsNamed() {
    String inputs = "The array of inputs is null; 1 samples of 3 elements were expected.";
    String outputs = "The array of outputs is null; 2 samples of 3 elements were expected.";
    float[] x = new float[6];
    FloatTraining training = new FloatTraining(network, 2, 1);

    assertThatNullPointerException().isThrownBy(() -> network.outputs(null)).withMessage(inputs);
    assertThatNullPointerException().isThrownBy(() -> network.predict(null)).withMessage(inputs);
    assertThatNullPointerException()
        .isThrownBy(() -> network.outputs(x, 2, null))
        .withMessage(outputs);
    assertThatNullPointerException()
        .isThrownBy(() -> new FloatInference(network, 1).outputs(x, 2, null))
        .withMessage(outputs);
    assertThatNullPointerException()
        .isThrownBy(() -> network.predict(x, 2, null))
        .withMessage("The array of classes is null; 2 samples of 1 elements were expected.");
    assertThatNullPointerException()
        .isThrownBy(() -> training.gradient(x, null, 2))
        .withMessage("The array of targets is null; 2 samples of 3 elements were expected.");
    assertThatNullPointerException()
        .isThrownBy(() -> new FloatInference(null, 2))
        .withMessage("The network is null; give one.");
    assertThatNullPointerException()
        .isThrownBy(() -> new DoubleTraining(null, 2, 1))
        .withMessage("The network is null; give one.");
    assertThatNullPointerException()
        .isThrownBy(() -> network.warmUp(null))
        .withMessage("The limit is null.");
    assertThatNullPointerException()
        .isThrownBy(() -> training.cost(null, x, 2))
        .withMessage("The array of inputs is null; 2 samples of 3 elements were expected.");
  }

  @Test
  void parametersLieWithinTheLayoutThoughTheArrayMayBeLonger() {
    int length = network.layout().length();
    assertThatThrownBy(() -> network.parameter(length))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> network.parameter(length, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.parameters(new float[length - 1]))
        .withMessageContaining("The array of parameters holds");
  }
}
