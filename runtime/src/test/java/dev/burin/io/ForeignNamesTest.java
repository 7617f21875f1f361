package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with the names that other tools give to layers, read into a network 3-4-2. */
class ForeignNamesTest {

  private static NeuralNetwork load(Tensors tensors, Reading reading)
      throws MalformedFileException {
    return WeightsFile.load(tensors.bytes(), "foreign", TestNetworks.floats(3, 4, 2), reading);
  }

  private static NeuralNetwork load(Tensors tensors) throws MalformedFileException {
    return load(tensors, Reading.standard());
  }

  private static void refused(Tensors tensors, Reading reading, String... words) {
    FloatNetwork fresh = TestNetworks.unset(3, 4, 2);
    FloatNetwork set = TestNetworks.filled(TestNetworks.floats(3, 4, 2), 7);
    long[] before = TestNetworks.bits(set);
    for (FloatNetwork network : List.of(fresh, set)) {
      assertThatExceptionOfType(MalformedFileException.class)
          .isThrownBy(() -> WeightsFile.load(tensors.bytes(), "foreign", network, reading))
          .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }
    assertThat(fresh.hasWeights()).isFalse();
    assertThat(fresh.parameters()).containsOnly(0);
    assertThat(TestNetworks.bits(set)).isEqualTo(before);
  }

  private static void refused(Tensors tensors, String... words) {
    refused(tensors, Reading.standard(), words);
  }

  /** Weights 1 to 12 and 100 to 107, biases 11 to 14 and 110, 111. */
  private static void isWhole(NeuralNetwork network) {
    assertThat(network.parameter(network.layout().layer(1).weight(0, 0))).isEqualTo(1);
    assertThat(network.parameter(network.layout().layer(1).weight(0, 2))).isEqualTo(3);
    assertThat(network.parameter(network.layout().layer(1).weight(3, 1))).isEqualTo(11);
    assertThat(network.parameter(network.layout().layer(1).bias(3))).isEqualTo(14);
    assertThat(network.parameter(network.layout().layer(2).weight(1, 0))).isEqualTo(104);
    assertThat(network.parameter(network.layout().layer(2).bias(1))).isEqualTo(111);
  }

  @ParameterizedTest
  @CsvSource({
    "fc1, fc2",
    "0, 2",
    "net.0, net.2",
    "layers.9, layers.10",
    "module.fc1, module.fc2",
    "_orig_mod.net.0, _orig_mod.net.3",
    "model.encoder.0, model.encoder.2",
    "dense, dense_1",
    "fc1, out",
    "hidden, head",
    "layer1, layer2",
    "zz, aa",
  })
  void layersAreFoundWhateverTheyAreCalled(String first, String second)
      throws MalformedFileException {
    isWhole(load(new Tensors().layer(first, 4, 3, 1).layer(second, 2, 4, 100)));
    isWhole(load(new Tensors().layer(second, 2, 4, 100).layer(first, 4, 3, 1)));
    isWhole(
        load(
            new Tensors().layer(second, 2, 4, 100).layer(first, 4, 3, 1),
            Reading.standard().layers(first, second)));
  }

  @Test
  void aLayerAloneNeedsNoName() throws MalformedFileException {
    FloatNetwork network = TestNetworks.floats(3, 2);
    Tensors tensors = new Tensors().weights("weight", 2, 3, 1).biases("bias", 2, 11);

    WeightsFile.load(tensors.bytes(), "alone", network);

    assertThat(network.parameter(network.layout().layer(1).weight(1, 2))).isEqualTo(6);
    assertThat(network.parameter(network.layout().layer(1).bias(1))).isEqualTo(12);
  }

  @Test
  void numbersOrderLayersOfOneShape() throws MalformedFileException {
    Tensors tensors = new Tensors();
    for (int l : new int[] {0, 1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9}) {
      tensors.layer("layers." + l, 2, 2, 100 * l);
    }
    FloatNetwork network = TestNetworks.floats(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);

    WeightsFile.load(tensors.bytes(), "twelve", network);

    for (int l = 0; l < 12; l++) {
      int first = network.layout().layer(l + 1).weight(0, 0);
      assertThat(network.parameter(first)).isEqualTo(100 * l);
    }
  }

  @Test
  void layersOfOneShapeWithoutNumbersAreRefused() {
    Tensors tensors = new Tensors().layer("enc.a", 2, 2, 1).layer("enc.b", 2, 2, 100);
    FloatNetwork network = TestNetworks.floats(2, 2, 2);

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(tensors.bytes(), "two", network))
        .withMessageContaining("which of the layers \"enc.a\" and \"enc.b\" comes first")
        .withMessageContaining("Reading.layers(");
  }

  @Test
  void numbersAgainstShapesAreRefused() {
    refused(
        new Tensors().layer("fc2", 4, 3, 1).layer("fc1", 2, 4, 100),
        "fc1.weight is [2, 4], layer 1 needs [4, 3]");
    // Three layers, of which one has no number: the other two must keep their order.
    Tensors tensors =
        new Tensors().layer("fc2", 4, 3, 1).layer("fc1", 5, 4, 100).layer("out", 2, 5, 200);
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(
            () -> WeightsFile.load(tensors.bytes(), "three", TestNetworks.floats(3, 4, 5, 2)))
        .withMessageContaining("\"fc1\" and \"fc2\"");
  }

  @Test
  void kernelsLieTheOtherWayRound() throws MalformedFileException {
    Tensors tensors =
        new Tensors()
            .add("dense.kernel", "F32", new int[] {3, 4}, 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12)
            .biases("dense.bias", 4, 11)
            .add("dense_1.kernel", "F32", new int[] {4, 2}, 100, 104, 101, 105, 102, 106, 103, 107)
            .biases("dense_1.bias", 2, 110);

    isWhole(load(tensors));
    refused(
        tensors,
        Reading.standard().layout(Layout.PYTORCH),
        "dense.kernel is [3, 4], layer 1 needs [4, 3]; it looks transposed (Keras order): say"
            + " layout = KERAS");
  }

  @Test
  void theLayoutCanBeSaid() throws MalformedFileException {
    Tensors keras =
        new Tensors()
            .add("fc1.weight", "F32", new int[] {3, 4}, 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12)
            .biases("fc1.bias", 4, 11)
            .add("fc2.weight", "F32", new int[] {4, 2}, 100, 104, 101, 105, 102, 106, 103, 107)
            .biases("fc2.bias", 2, 110);

    isWhole(load(keras, Reading.standard().layout(Layout.KERAS)));
    refused(keras, "fc1.weight is [3, 4], layer 1 needs [4, 3]; it looks transposed (Keras order)");
    refused(
        new Tensors().layer("fc1", 4, 3, 1).layer("fc2", 2, 4, 100),
        Reading.standard().layout(Layout.KERAS),
        "fc1.weight is [4, 3], layer 1 needs [3, 4]; it looks transposed: say layout = PYTORCH");
  }

  /** Wide layers, so that columns cross panels. */
  @Test
  void bothLayoutsAgreeOnEveryWeight() throws MalformedFileException {
    for (int[] widths : new int[][] {{5, 70, 3}, {1, 100, 37}, {40, 1}, {3, 33, 5}}) {
      Tensors rows = new Tensors();
      Tensors columns = new Tensors();
      for (int l = 1; l < widths.length; l++) {
        int in = widths[l - 1];
        int out = widths[l];
        double[] w = Tensors.counted(in * out, 1000 * l);
        double[] turned = new double[w.length];
        for (int i = 0; i < w.length; i++) {
          turned[i % in * out + i / in] = w[i];
        }
        rows.add(l + ".weight", "F32", new int[] {out, in}, w).biases(l + ".bias", out, l);
        columns.add(l + ".kernel", "F32", new int[] {in, out}, turned).biases(l + ".bias", out, l);
      }

      NeuralNetwork one = WeightsFile.load(rows.bytes(), "rows", TestNetworks.floats(widths));
      NeuralNetwork two = WeightsFile.load(columns.bytes(), "columns", TestNetworks.floats(widths));

      assertThat(TestNetworks.bits(two)).isEqualTo(TestNetworks.bits(one));
    }
  }

  @Test
  void withoutAnyBiasesAllAreZero() throws MalformedFileException {
    Tensors none = new Tensors().weights("0.weight", 4, 3, 1).weights("2.weight", 2, 4, 100);
    NeuralNetwork network = load(none);

    assertThat(network.parameter(network.layout().layer(2).weight(1, 0))).isEqualTo(104);
    assertThat(network.parameter(network.layout().layer(1).bias(2))).isZero();

    Tensors one = new Tensors().layer("fc1", 4, 3, 1).weights("fc2.weight", 2, 4, 100);
    refused(one, "there is no tensor \"fc2.bias\"");
    NeuralNetwork filled = load(one, Reading.standard().missingBiases());
    assertThat(filled.parameter(filled.layout().layer(1).bias(0))).isEqualTo(11);
    assertThat(filled.parameter(filled.layout().layer(2).bias(0))).isZero();
  }

  @Test
  void whatIsLeftOverIsNamedOrIgnoredOnRequest() throws MalformedFileException {
    Tensors more =
        new Tensors().layer("fc1", 4, 3, 1).layer("fc2", 2, 4, 100).layer("fc3", 7, 2, 200);
    refused(more, "there is a tensor \"fc3.weight\"");
    isWhole(load(more, Reading.standard().ignoringExtras()));

    Tensors step =
        new Tensors()
            .add("step", "I64", new int[0], 9)
            .layer("fc1", 4, 3, 1)
            .layer("fc2", 2, 4, 100);
    refused(step, "there is a tensor \"step\"");
    isWhole(load(step, Reading.standard().ignoringExtras()));
  }

  @Test
  void twoSetsOfWeightsAreChosenByName() throws MalformedFileException {
    Tensors both =
        new Tensors()
            .layer("ema.fc1", 4, 3, 51)
            .layer("ema.fc2", 2, 4, 52)
            .layer("fc1", 4, 3, 1)
            .layer("fc2", 2, 4, 100);

    refused(both, Reading.standard().ignoringExtras(), "more than one choice of 2 fits");
    isWhole(load(both, Reading.standard().ignoringExtras().layers("fc1", "fc2")));
    refused(both, Reading.standard().layers("fc1", "fc2"), "there is a tensor \"ema.fc1.weight\"");
    refused(both, Reading.standard().layers("fc1", "fc9"), "there is no tensor \"fc9.weight\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(both, Reading.standard().layers("fc1")))
        .withMessageContaining("names 1 layers, but the network 3-4-2 has 2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNormalizationIsNeverPassedOver(boolean ignoring) {
    Reading reading = ignoring ? Reading.standard().ignoringExtras() : Reading.standard();
    Tensors tensors =
        new Tensors()
            .add("bn1.num_batches_tracked", "I64", new int[0], 9)
            .biases("bn1.weight", 4, 1)
            .biases("bn1.bias", 4, 1)
            .biases("bn1.running_mean", 4, 1)
            .biases("bn1.running_var", 4, 1)
            .layer("fc1", 4, 3, 1)
            .layer("fc2", 2, 4, 100);

    refused(tensors, reading, "\"bn1\" has the tensors", "as a normalization does");
  }

  @Test
  void tooFewAndMisshapenLayersAreNamed() {
    refused(
        new Tensors().layer("fc1", 4, 3, 1), "the weights of 1 layers, but a network 3-4-2 has 2");
    refused(
        new Tensors().layer("fc1", 5, 3, 1).layer("fc2", 2, 5, 100),
        "fc1.weight is [5, 3], layer 1 needs [4, 3]");
    refused(
        new Tensors()
            .add("conv1.weight", "F32", new int[] {4, 3, 1, 1}, Tensors.counted(12, 1))
            .biases("conv1.bias", 4, 1)
            .layer("fc2", 2, 4, 100),
        "conv1.weight is [4, 3, 1, 1], layer 1 needs [4, 3]");
    refused(
        new Tensors()
            .weights("fc1.weight", 4, 3, 1)
            .biases("fc1.bias", 3, 1)
            .layer("fc2", 2, 4, 100),
        "fc1.bias is [3], layer 1 needs [4]");
  }
}
