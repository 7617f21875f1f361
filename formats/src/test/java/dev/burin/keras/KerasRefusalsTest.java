package dev.burin.keras;

import static dev.burin.keras.KerasFiles.archive;
import static dev.burin.keras.KerasFiles.dense;
import static dev.burin.keras.KerasFiles.input;
import static dev.burin.keras.KerasFiles.layer;
import static dev.burin.keras.KerasFiles.named;
import static dev.burin.keras.KerasFiles.numbers;
import static dev.burin.keras.KerasFiles.sequential;
import static dev.burin.keras.KerasFiles.utf;
import static dev.burin.keras.KerasFiles.vars;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5Writer;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no chain of dense layers is refused with the name of its layer and the reason. */
class KerasRefusalsTest {

  @TempDir private Path directory;

  private void refused(byte[] bytes, String activations, String... sentence) throws IOException {
    Path file = Files.write(directory.resolve("model"), bytes);
    List<StatedActivation> stated =
        activations.isEmpty() ? List.of() : StatedActivation.parse(activations);
    var thrown =
        assertThatThrownBy(() -> Keras.read(file, stated))
            .isInstanceOf(MalformedFileException.class)
            .hasMessageStartingWith(file.toString());
    for (String part : sentence) {
      thrown.hasMessageContaining(part);
    }
  }

  /** A layer between two that are read, 3-2 and 2-1. */
  private void refusedBetween(String layer, String... sentence) throws IOException {
    Hdf5Writer weights = vars(vars(new Hdf5Writer(), "dense", 1, 3, 2), "dense_1", 3, 2, 1);
    String model =
        sequential(input("3"), dense("one", 2, "relu"), layer, dense("two", 1, "linear"));
    refused(archive(model, weights), "", sentence);
  }

  @Test
  void layersThatAreNotReadAreRefusedByName() throws IOException {
    refusedBetween(
        layer("Conv2D", "conv2d", "\"filters\": 2"),
        "layer \"conv2d\" (Conv2D): layers of this class are not read; expected Dense,");
    refusedBetween(layer("LayerNormalization", "norm", ""), "layer \"norm\" (LayerNormalization)");
    refusedBetween(layer("PReLU", "slopes", ""), "layer \"slopes\" (PReLU)");
    refusedBetween(layer("Sequential", "inner", ""), "layer \"inner\" (Sequential)");
    refusedBetween(
        layer("Lambda", "twice", "\"function\": {\"class_name\": \"__lambda__\"}"),
        "layer \"twice\" (Lambda): it holds code, which is not run");
    refusedBetween(
        layer("Activation", "act", "\"activation\": \"tanh\""),
        "layer \"act\" (Activation): it comes after");
    refusedBetween(layer("Softmax", "soft", ""), "layer \"soft\" (Softmax): it comes after");
  }

  @Test
  void classesOfOnesOwnAreCode() throws IOException {
    refusedBetween(
        """
        {"module": "my.layers", "class_name": "Dense", "registered_name": "Custom>Dense",
         "config": {"name": "mine", "units": 2}}\
        """,
        "layer \"mine\" (Dense): its class comes from \"my.layers\"",
        "code, which is not run");
    refused(
        archive(
            "{\"module\": \"__main__\", \"class_name\": \"MyModel\", \"config\": {}}",
            new Hdf5Writer().group("layers")),
        "",
        "its class comes from \"__main__\"");
    refused(
        archive("{\"class_name\": \"MyModel\", \"config\": {}}", new Hdf5Writer().group("layers")),
        "",
        "the model is of the class \"MyModel\"; expected Sequential or Functional");
  }

  @Test
  void activationsThatAreNotReadAreRefusedByName() throws IOException {
    activation("\"exponential\"", "layer \"d\" (Dense): its activation is \"exponential\"");
    activation("\"relu6\"", "\"relu6\"");
    activation(
        "{\"module\": \"builtins\", \"class_name\": \"function\", \"config\": \"gelu_fast\"}",
        "its activation is an object of the class \"function\"",
        "code, which is not run");
    activation(
        "{\"class_name\": \"ReLU\", \"config\": {\"max_value\": 6.0}}", "it cuts off at 6.0");
    activation(
        "{\"class_name\": \"ReLU\", \"config\": {\"threshold\": 1}}", "its threshold is 1.0");
    activation(
        "{\"class_name\": \"LeakyReLU\", \"config\": {\"negative_slope\": -1}}",
        "its slope below 0 is -1.0");
    activation(
        "{\"class_name\": \"LeakyReLU\", \"config\": {\"negative_slope\": 1e9}}", "LEAKY_RELU");
    activation("{\"class_name\": \"Softmax\", \"config\": {\"axis\": 0}}", "its axis is not the");
    activation("17", "its activation is 17.0");
  }

  private void activation(String json, String... sentence) throws IOException {
    String model =
        sequential(input("3"), layer("Dense", "d", "\"units\": 2, \"activation\": " + json));
    refused(archive(model, vars(new Hdf5Writer(), "dense", 1, 3, 2)), "", sentence);
  }

  /** Somebody else's gelu, in a version that had none, may be any function. */
  @Test
  void wordsThatAVersionDidNotKnowAreRefused() throws IOException {
    Hdf5Writer file =
        new Hdf5Writer()
            .texts("", "model_config", sequential(dense("d", 2, "gelu")))
            .texts("", "keras_version", "2.2.4")
            .texts("model_weights", "layer_names", "d");
    named(file, "model_weights/", "d", 1, 3, 2);
    refused(file.bytes(), "", "\"gelu\", which Keras 2.2 did not have itself");
  }

  @Test
  void whatIsNoChainIsRefused() throws IOException {
    functional(
        "[[\"a\", 0, 0, {}], [\"x\", 0, 0, {}]]", "\"b\" (Dense): it takes 2 inputs: a branch");
    functional("[[\"x\", 0, 0, {}]]", "layer \"a\" (Dense): it is not on the way");
    functional("[[\"b\", 0, 0, {}]]", "the layers lead in a circle");
    functional("[[\"nobody\", 0, 0, {}]]", "\"nobody\", which is none");
    functional("[[\"a\", 1, 0, {}]]", "it takes another use or output of a layer than the first");
    functional("[[\"a\", 0, 0, {\"training\": true}]]", "it is called with training = true");
    functional("[[\"a\", 0, 0, {}]], [[\"x\", 0, 0, {}]]", "\"b\" (Dense): it is used 2 times");
    functional(
        "{\"args\": [7], \"kwargs\": {}}", "it is called with other arguments than one input");
  }

  private void functional(String nodeOfB, String... sentence) throws IOException {
    String config =
        """
        {"class_name": "Functional", "config": {"layers": [
          {"class_name": "InputLayer", "config": {"name": "x"}, "inbound_nodes": []},
          {"class_name": "Dense", "config": {"name": "a", "units": 3},
           "inbound_nodes": [[["x", 0, 0, {}]]]},
          {"class_name": "Dense", "config": {"name": "b", "units": 3},
           "inbound_nodes": [%s]}],
          "input_layers": [["x", 0, 0]], "output_layers": [["b", 0, 0]]}}\
        """
            .formatted(nodeOfB);
    Hdf5Writer file = new Hdf5Writer().texts("", "model_config", config);
    file.texts("model_weights", "layer_names", "x", "a", "b").group("model_weights/x");
    named(named(file, "model_weights/", "a", 1, 3, 3), "model_weights/", "b", 3, 3, 3);
    refused(file.bytes(), "", sentence);
  }

  @Test
  void shapesThatDoNotFitAreRefused() throws IOException {
    Hdf5Writer weights = vars(new Hdf5Writer(), "dense", 1, 3, 2);
    refused(
        archive(sequential(input("3"), dense("d", 5, "relu")), weights),
        "",
        "layer \"d\" (Dense): its kernel has the shape [3, 2]; expected [in, 5]");
    refused(
        archive(sequential(input("4"), dense("d", 2, "relu")), weights),
        "",
        "it has weights for 3 inputs, and gets 4");
    refused(
        archive(sequential(input("7, 3"), dense("d", 2, "relu")), weights),
        "",
        "its inputs have the shape [7, 3], and it would take the last dimension alone");
    refused(
        archive(
            sequential(
                input("1, 3"),
                layer("Flatten", "flat", "\"data_format\": \"channels_first\""),
                dense("d", 2, "relu")),
            weights),
        "",
        "layer \"flat\" (Flatten): its data_format is channels_first");
    refused(
        archive(sequential(layer("Dense", "d", "\"units\": 2, \"use_bias\": false")), weights),
        "",
        "layer \"d\" (Dense): it has 2 variables in the file; expected 1: kernel");
    refused(
        archive(sequential(dense("d", 2, "relu"), dense("e", 2, "relu")), weights),
        "",
        "layer \"e\" (Dense): the file has variables of 1 layers of this class");
    Hdf5Writer more = vars(vars(new Hdf5Writer(), "dense", 1, 3, 2), "dense_1", 1, 2, 2);
    refused(
        archive(sequential(dense("d", 2, "relu")), more),
        "",
        "class \"dense\": the file has variables of 2 such layers; expected 1");
    refused(
        archive(
            sequential(dense("d", 2, "relu")), more.texts("layers/dense/vars", "name", "other")),
        "",
        "are said to be those of \"other\"");
  }

  /** A length of many numbers, none of which is there. */
  @Test
  void emptyAndHugeKernelsAreRefused() throws IOException {
    Hdf5Writer weights = vars(new Hdf5Writer(), "dense", 1, 3, 2);
    weights.array("layers/dense/vars/0", 4, new double[0], Integer.MAX_VALUE, 0);
    refused(
        archive(sequential(dense("d", 2, "relu")), weights),
        "",
        "its kernel has the shape [2147483647, 0]; expected two lengths");
    byte[] cut = archive(sequential(dense("d", 2, "relu")), weights);
    int data = new String(cut, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
    cut[data + 20] = 1;
    refused(cut, "", "this is no ZIP archive that can be read");
  }

  @Test
  void weightsThatAreNotFiniteOrQuantizedAreRefused() throws IOException {
    double[] bad = numbers(1, 6);
    bad[4] = Double.NaN;
    Hdf5Writer weights = vars(new Hdf5Writer(), "dense", 1, 3, 2);
    weights.array("layers/dense/vars/0", 4, bad, 3, 2);
    refused(archive(sequential(dense("d", 2, "relu")), weights), "", "layer \"d\" (Dense)", "NaN");
    refused(
        archive(
            sequential(
                layer(
                    "Dense",
                    "d",
                    "\"units\": 2, \"dtype\": {\"class_name\": \"QuantizedDTypePolicy\","
                        + " \"config\": {\"name\": \"int8_from_float32\"}}")),
            vars(new Hdf5Writer(), "dense", 1, 3, 2)),
        "",
        "layer \"d\" (Dense): it is quantized, or of the dtype \"int8_from_float32\"");
  }

  @Test
  void weightsAloneNeedTheirActivations() throws IOException {
    byte[] alone = vars(vars(new Hdf5Writer(), "dense", 1, 3, 2), "dense_1", 3, 2, 1).bytes();
    refused(
        alone,
        "",
        "it has the weights of 2 Dense layers and no activations; expected one for each to be"
            + " stated, such as relu,softmax");
    refused(alone, "relu", "2 Dense layers and no activations, and 1 are stated");
    Hdf5Writer normalised = vars(new Hdf5Writer(), "dense", 1, 3, 2);
    normalised.array("layers/batch_normalization/vars/0", 4, new double[2], 2);
    refused(
        normalised.bytes(),
        "relu",
        "group \"layers/batch_normalization/vars\": it is of another class than Dense");
    Hdf5Writer inner = new Hdf5Writer();
    vars(inner, "sequential/layers/dense", 1, 3, 2);
    refused(inner.bytes(), "relu", "group \"layers/sequential\"", "a model within the model");
  }

  @Test
  void archivesThatAreNoneAreRefused() throws IOException {
    refused(new byte[0], "", "The file is empty");
    refused(utf("PK\003\004 and no more"), "", "this is no ZIP archive that can be read");
    refused(
        KerasFiles.zip(Map.of("config.json", utf("{}"))),
        "",
        "the archive has no model.weights.h5");
    refused(
        KerasFiles.zip(Map.of("config.json", utf("{}"), "model.weights.npz", new byte[3])),
        "",
        "its weights are in model.weights.npz");
    refused(archive("[1]", new Hdf5Writer().group("layers")), "", "configuration is an array of 1");
    refused(
        archive("[".repeat(100_000), new Hdf5Writer().group("layers")),
        "",
        "values nested at most 64 deep");
    refused(
        archive("{\"a\": 1, \"a\": 2}", new Hdf5Writer().group("layers")),
        "",
        "the name \"a\" only once");
    refused(new Hdf5Writer().group("data").bytes(), "relu", "this HDF5 file lists no layers");
    byte[] good =
        archive(sequential(dense("d", 2, "relu")), vars(new Hdf5Writer(), "dense", 1, 3, 2));
    int at = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
    good[at + 16] ^= 1;
    refused(good, "", "the CRC-32 of ");
  }
}
