package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.burin.Activation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls for samples that lie in the middle of arrays. */
class SlicesTest {

  private final FloatNetwork network = Nets.floats(5, Activation.SOFTMAX, 4);
  private final DoubleNetwork doubles = Nets.doubles(5, Activation.SOFTMAX, 4);
  private final FloatNetwork single = Nets.floats(5, Activation.SIGMOID, 1);

  SlicesTest() {
    network.initialize(1);
    doubles.initialize(1);
    single.initialize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "3, 0, 7", "0, 1, 2", "9, 1, 0", "4, 37, 3", "2, 400, 1"})
  void aSliceHasTheBitsOfAnArrayOfItsOwn(int xAt, int n, int outAt) {
    float[] x = floats(xAt + 5 * n + 3);
    float[] slice = Arrays.copyOfRange(x, xAt, xAt + 5 * n);
    float[] wanted = new float[4 * n];
    network.outputs(slice, n, wanted);
    int[] wantedClasses = new int[n];
    network.predict(slice, n, wantedClasses);

    float[] out = filled(outAt + 4 * n + 2);
    network.outputs(x, xAt, n, out, outAt);
    checkSlice(out, outAt, wanted);
    float[] shared = filled(outAt + 4 * n + 2);
    new FloatInference(network, 3).outputs(x, xAt, n, shared, outAt);
    checkSlice(shared, outAt, wanted);
    int[] classes = new int[outAt + n + 1];
    network.predict(x, xAt, n, classes, outAt);
    assertThat(Arrays.copyOfRange(classes, outAt, outAt + n)).isEqualTo(wantedClasses);
  }

  @Test
  void oneSampleMayLieInTheMiddle() {
    float[] x = floats(12);
    float[] slice = Arrays.copyOfRange(x, 6, 11);
    float[] out = filled(9);

    network.outputs(x, 6, out, 3);

    checkSlice(out, 3, network.outputs(slice));
    assertThat(network.predict(x, 6)).isEqualTo(network.predict(slice));
    assertThat(single.output(x, 6)).isEqualTo(single.output(slice));
  }

  @Test
  void whatDoesNotFitIsSaidInOneSentence() {
    float[] x = new float[12];
    float[] out = new float[8];
    says(
        "The array of inputs holds 12 elements, but 2 samples of 5 from element 3 on need 13.",
        () -> network.outputs(x, 3, 2, out, 0));
    says(
        "The array of outputs holds 8 elements, but 2 samples of 4 from element 1 on need 9.",
        () -> network.outputs(x, 2, 2, out, 1));
    says(
        "The array of classes holds 2 elements, but 2 samples of 1 from element 1 on need 3.",
        () -> network.predict(x, 0, 2, new int[2], 1));
    says(
        "The samples begin at element -1 of the array of inputs, not 0 or more.",
        () -> network.predict(x, -1, 2, new int[2], 0));
    says(
        "The samples begin at element -2 of the array of outputs, not 0 or more.",
        () -> network.outputs(x, 0, out, -2));
    says(
        "The array of inputs holds 12 elements, but 1 samples of 5 from element 2147483647 on need"
            + " 2147483652.",
        () -> single.output(x, Integer.MAX_VALUE));
    says(
        "The array of inputs holds 12 elements, but 2147483647 samples of 5 need 10737418235.",
        () -> network.outputs(x, Integer.MAX_VALUE, out));
    says(
        "The array of inputs is the array of outputs too; give the outputs an array of their own.",
        () -> network.outputs(x, 0, 1, x, 5));
    says(
        "The array of inputs holds 12 elements, but 1 samples of 5 from element 8 on need 13.",
        () -> new FloatInference(network, 2).outputs(x, 8, 1, out, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> doubles.outputs(new double[5], 1, 1, new double[4], 0));
    assertThatNullPointerException()
        .isThrownBy(() -> network.predict(null, 2))
        .withMessage("The array of inputs is null; 1 samples of 5 elements were expected.");
    assertThatNullPointerException()
        .isThrownBy(() -> network.outputs(x, 0, 1, null, 0))
        .withMessage("The array of outputs is null; 1 samples of 4 elements were expected.");
  }

  @Test
  void aRefusedSampleIsCountedFromTheFirstOfTheSlice() {
    float[] x = floats(5 * 4);
    x[5 * 3 + 2] = Float.NaN;
    says(
        "Input 2 of sample 1 is NaN; only finite numbers have a class, so mend or leave out this"
            + " sample.",
        () -> network.predict(x, 10, 2, new int[2], 0));
  }

  private static void says(String sentence, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(sentence);
  }

  private static void checkSlice(float[] out, int at, float[] wanted) {
    float[] all = filled(out.length);
    System.arraycopy(wanted, 0, all, at, wanted.length);
    assertThat(out).isEqualTo(all);
  }

  private static float[] filled(int n) {
    float[] values = new float[n];
    Arrays.fill(values, -7);
    return values;
  }

  private static float[] floats(int n) {
    Random random = new Random(n);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
