package dev.burin.keras;

import static dev.burin.keras.KerasFiles.archive;
import static dev.burin.keras.KerasFiles.dense;
import static dev.burin.keras.KerasFiles.input;
import static dev.burin.keras.KerasFiles.layer;
import static dev.burin.keras.KerasFiles.named;
import static dev.burin.keras.KerasFiles.numbers;
import static dev.burin.keras.KerasFiles.sequential;
import static dev.burin.keras.KerasFiles.vars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.hdf5.Hdf5Writer;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of all versions of Keras become the chains that they are. */
class KerasTest {

  @TempDir private Path directory;

  private ForeignModel read(byte[] bytes, String... activations) throws IOException {
    Path file = Files.write(directory.resolve("model"), bytes);
    return Keras.read(
        file,
        activations.length == 0
            ? List.of()
            : StatedActivation.parse(String.join(",", activations)));
  }

  private static List<Activation> activations(ForeignModel model) {
    return model.chain().layers().stream().map(DenseLayer::activation).toList();
  }

  /** Layer l of the chain has the transpose of a kernel and this bias. */
  private static void assertLayer(ForeignModel model, int l, int seed) {
    DenseLayer layer = model.chain().layers().get(l);
    double[] kernel = numbers(seed, layer.in() * layer.out());
    for (int j = 0; j < layer.out(); j++) {
      for (int k = 0; k < layer.in(); k++) {
        assertThat(layer.weights()[j * layer.in() + k]).isEqualTo(kernel[k * layer.out() + j]);
      }
    }
    assertThat(layer.bias()).containsExactly(numbers(seed + 1, layer.out()));
  }

  @Test
  void readsAnArchive() throws IOException {
    Hdf5Writer weights = vars(vars(new Hdf5Writer(), "dense", 1, 3, 3), "dense_1", 5, 3, 2);
    weights.array("optimizer/vars/0", 4, numbers(9, 9), 3, 3);
    ForeignModel model =
        read(
            archive(
                sequential(input("3"), dense("one", 3, "tanh"), dense("two", 2, "softmax")),
                weights));
    assertThat(activations(model)).containsExactly(Activation.TANH, Activation.SOFTMAX);
    assertThat(model.chain().shape().widths()).isEqualTo("3-3-2");
    assertThat(model.chain().precision()).isEqualTo(Precision.FLOAT);
    assertThat(model.format()).isEqualTo("Keras 3.16");
    assertLayer(model, 0, 1);
    assertLayer(model, 1, 5);
  }

  /** By their names, the tenth would stand before the second. */
  @Test
  void takesLayersInTheOrderOfTheModel() throws IOException {
    Hdf5Writer weights = new Hdf5Writer();
    String[] layers = new String[13];
    layers[0] = input("2");
    for (int l = 0; l < 12; l++) {
      layers[l + 1] = dense("dense_" + (l + 7), 2, "relu");
      vars(weights, l == 0 ? "dense" : "dense_" + l, 10 * l, 2, 2);
    }
    ForeignModel model = read(archive(sequential(layers), weights));
    for (int l = 0; l < 12; l++) {
      assertLayer(model, l, 10 * l);
    }
  }

  @Test
  void readsFilesOfKeras2() throws IOException {
    for (boolean varying : new boolean[] {false, true}) {
      Hdf5Writer file = varying ? new Hdf5Writer().varyingTexts() : new Hdf5Writer();
      // The configuration of a Sequential model was an array at first, and layers said their
      // inputs.
      file.texts(
              "",
              "model_config",
              """
              {"class_name": "Sequential", "config": [
                {"class_name": "Dense", "config": {"name": "a", "units": 4, "use_bias": true,
                  "activation": "sigmoid", "batch_input_shape": [null, 3]}},
                {"class_name": "Dropout", "config": {"name": "drop", "rate": 0.5}},
                {"class_name": "Dense", "config": {"name": "b", "units": 1,
                  "activation": {"class_name": "LeakyReLU", "config": {"alpha": 0.25}}}}]}\
              """)
          .texts("", "keras_version", "2.2.4")
          .texts("model_weights", "layer_names", "a", "drop", "b")
          .texts("model_weights/drop", "weight_names");
      named(file, "model_weights/", "a", 1, 3, 4);
      named(file, "model_weights/", "b", 3, 4, 1);
      ForeignModel model = read(file.bytes());
      assertThat(activations(model)).containsExactly(Activation.SIGMOID, Activation.LEAKY_RELU);
      assertThat(model.chain().layers().get(1).slope()).isEqualTo(0.25);
      assertThat(model.dropped()).hasSize(1).first().asString().contains("\"drop\" (Dropout)");
      assertLayer(model, 0, 1);
      assertLayer(model, 1, 3);
    }
  }

  @Test
  void readsWeightsOfKeras1And2AndWeightsAlone() throws IOException {
    Hdf5Writer keras1 =
        new Hdf5Writer()
            .texts("", "layer_names", "dense_1", "dense_2")
            .texts("dense_1", "weight_names", "dense_1_W", "dense_1_b")
            .array("dense_1/dense_1_W", 4, numbers(1, 6), 3, 2)
            .array("dense_1/dense_1_b", 4, numbers(2, 2), 2)
            .texts("dense_2", "weight_names", "dense_2_W", "dense_2_b")
            .array("dense_2/dense_2_W", 4, numbers(5, 4), 2, 2)
            .array("dense_2/dense_2_b", 4, numbers(6, 2), 2);
    // A list that is too long for one attribute is split.
    Hdf5Writer keras2 =
        new Hdf5Writer().texts("", "layer_names0", "dense_2").texts("", "layer_names1", "dense_10");
    named(named(keras2, "", "dense_2", 1, 3, 2), "", "dense_10", 5, 2, 2);
    Hdf5Writer keras3 = vars(vars(new Hdf5Writer(), "dense_1", 5, 2, 2), "dense", 1, 3, 2);
    keras3
        .group("layers/dropout/vars")
        .array("layers/dropout/seed_generator/vars/0", 4, new double[2], 2);
    for (Hdf5Writer file : List.of(keras1, keras2, keras3)) {
      ForeignModel model = read(file.bytes(), "elu", "identity");
      assertThat(activations(model)).containsExactly(Activation.ELU, Activation.IDENTITY);
      assertLayer(model, 0, 1);
      assertLayer(model, 1, 5);
    }
  }

  @Test
  void readsDoublesAndHalvesAndLayersWithoutBiases() throws IOException {
    for (int bytes : new int[] {2, 8}) {
      Hdf5Writer weights =
          new Hdf5Writer().array("layers/dense/vars/0", bytes, new double[] {0.5, -0.25}, 1, 2);
      ForeignModel model =
          read(
              archive(
                  sequential(layer("Dense", "d", "\"units\": 2, \"use_bias\": false")), weights));
      assertThat(model.chain().precision())
          .isEqualTo(bytes == 8 ? Precision.DOUBLE : Precision.FLOAT);
      assertThat(model.chain().layers().getFirst().weights()).containsExactly(0.5, -0.25);
      assertThat(model.chain().layers().getFirst().bias()).containsExactly(0, 0);
    }
  }

  @Test
  void knowsTheSlopesOfKeras() throws IOException {
    assertThat(slope("\"activation\": \"leaky_relu\"", "")).isEqualTo(0.2);
    assertThat(slope("\"activation\": \"elu\"", "")).isEqualTo(1);
    assertThat(slope("", layer("LeakyReLU", "act", ""))).isEqualTo(0.3);
    assertThat(slope("", layer("LeakyReLU", "act", "\"negative_slope\": 0.05"))).isEqualTo(0.05);
    assertThat(slope("", layer("LeakyReLU", "act", "\"alpha\": {\"value\": 0.5}"))).isEqualTo(0.5);
    assertThat(slope("", layer("ReLU", "act", "\"negative_slope\": [0.125]"))).isEqualTo(0.125);
    assertThat(slope("", layer("ELU", "act", "\"alpha\": 0.75"))).isEqualTo(0.75);
  }

  private double slope(String activation, String layer) throws IOException {
    String dense =
        layer("Dense", "d", "\"units\": 2" + (activation.isEmpty() ? "" : ", " + activation));
    Hdf5Writer weights = vars(new Hdf5Writer(), "dense", 1, 3, 2);
    String model = layer.isEmpty() ? sequential(dense) : sequential(dense, layer);
    return read(archive(model, weights)).chain().layers().getFirst().slope();
  }

  @Test
  void foldsNormalisations() throws IOException {
    double[] mean = {1, -2};
    double[] variance = {4, 0.25};
    Hdf5Writer weights =
        vars(vars(new Hdf5Writer(), "dense", 1, 2, 2), "dense_1", 5, 2, 1)
            .array("layers/batch_normalization/vars/0", 4, new double[] {2, 3}, 2)
            .array("layers/batch_normalization/vars/1", 4, mean, 2)
            .array("layers/batch_normalization/vars/2", 4, variance, 2)
            .array("layers/normalization/vars/0", 4, mean, 2)
            .array("layers/normalization/vars/1", 4, variance, 2)
            .array("layers/normalization/vars/2", 4, new double[1], 1);
    ForeignModel model =
        read(
            archive(
                sequential(
                    input("2, 1"),
                    layer("Rescaling", "rescaling", "\"scale\": 0.5, \"offset\": -1"),
                    layer("Flatten", "flatten", ""),
                    layer("Normalization", "normalization", "\"axis\": [-1], \"mean\": null"),
                    dense("dense", 2, "linear"),
                    layer(
                        "BatchNormalization",
                        "batch_normalization",
                        "\"axis\": [1], \"epsilon\": 0.5, \"scale\": false"),
                    layer("Activation", "act", "\"activation\": \"gelu\""),
                    dense("dense_1", 1, "linear")),
                weights));
    assertThat(activations(model)).containsExactly(Activation.GELU, Activation.IDENTITY);
    double[] kernel = numbers(1, 4);
    double[] bias = numbers(2, 2);
    DenseLayer first = model.chain().layers().getFirst();
    for (int j = 0; j < 2; j++) {
      double root = Math.sqrt(variance[j] + 0.5);
      double sum = bias[j];
      for (int k = 0; k < 2; k++) {
        double w = kernel[k * 2 + j];
        assertThat(first.weights()[j * 2 + k])
            .isCloseTo(w * 0.5 / Math.sqrt(variance[k]) / root, within(1e-15));
        sum += w * (-1 - mean[k]) / Math.sqrt(variance[k]);
      }
      double beta = j == 0 ? 2 : 3;
      assertThat(first.bias()[j]).isCloseTo((sum - mean[j]) / root + beta, within(1e-14));
    }
    assertThat(model.folded()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void followsAFunctionalModelFromItsInputToItsOutput() throws IOException {
    // The layers are not in the order of the computation here.
    String keras2 =
        """
        {"class_name": "Functional", "config": {"layers": [
          {"class_name": "Dense", "name": "out", "config": {"name": "out", "units": 1},
           "inbound_nodes": [[["hidden", 0, 0, {}]]]},
          {"class_name": "InputLayer", "name": "x", "inbound_nodes": [],
           "config": {"name": "x", "batch_input_shape": [null, 3]}},
          {"class_name": "Dense", "name": "hidden", "inbound_nodes": [[["x", 0, 0, {}]]],
           "config": {"name": "hidden", "units": 2, "activation": "swish"}}],
          "input_layers": [["x", 0, 0]], "output_layers": [["out", 0, 0]]}}\
        """;
    Hdf5Writer file =
        new Hdf5Writer()
            .texts("", "model_config", keras2)
            .texts("model_weights", "layer_names", "out", "x", "hidden")
            .texts("model_weights/x", "weight_names");
    named(file, "model_weights/", "hidden", 1, 3, 2);
    named(file, "model_weights/", "out", 3, 2, 1);
    ForeignModel model = read(file.bytes());
    assertThat(activations(model)).containsExactly(Activation.SILU, Activation.IDENTITY);
    assertLayer(model, 0, 1);
    assertLayer(model, 1, 3);
  }

  @Test
  void whatIsStatedHasToBeWhatTheFileSays() throws IOException {
    byte[] file =
        archive(sequential(dense("d", 2, "relu")), vars(new Hdf5Writer(), "dense", 1, 3, 2));
    assertThat(activations(read(file, "relu"))).containsExactly(Activation.RELU);
    assertThatThrownBy(() -> read(file, "tanh"))
        .hasMessageContaining("the activations in the file are [relu]; expected [tanh], as stated");
  }
}
