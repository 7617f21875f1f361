package dev.burin.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.Npz;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights by name become the chain that they are, or the file says too little. */
class NpzModelTest {

  @TempDir private Path directory;

  private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

  private NpzModelTest add(String name, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    Random random = new Random(name.hashCode());
    double[] values = random.doubles(size, -1, 1).map(x -> (float) x).toArray();
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) values[i];
    }
    arrays.put(name, NpyArray.of(floats, shape));
    return this;
  }

  private ForeignModel read(String activations, @Nullable WeightLayout layout) throws IOException {
    Path file = directory.resolve("model.npz");
    try (OutputStream out = Files.newOutputStream(file)) {
      Npz.write(out, arrays);
    }
    List<StatedActivation> stated =
        activations.isEmpty() ? List.of() : StatedActivation.parse(activations);
    return NpzModel.read(file, stated, layout);
  }

  private void refused(String activations, String sentence) {
    assertThatThrownBy(() -> read(activations, null))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("model.npz: ")
        .hasMessageContaining(sentence);
  }

  /** Layer l has the weights of an array, with a row for each output or for each input. */
  private void assertLayer(
      ForeignModel model, int l, String matrix, String vector, WeightLayout layout) {
    DenseLayer layer = model.chain().layers().get(l);
    double[] weights = arrays.get(matrix).toDoubles();
    for (int j = 0; j < layer.out(); j++) {
      for (int k = 0; k < layer.in(); k++) {
        int at = layout == WeightLayout.OUT_IN ? j * layer.in() + k : k * layer.out() + j;
        assertThat(layer.weights()[j * layer.in() + k]).isEqualTo(weights[at]);
      }
    }
    assertThat(layer.bias())
        .containsExactly(
            vector.isEmpty() ? new double[layer.out()] : arrays.get(vector).toDoubles());
  }

  @Test
  void readsLayersByTheNumbersInTheirNames() throws IOException {
    // By the order of the file, and by characters, W10 would not be last.
    add("W10", 2, 3).add("b10", 2).add("W2", 3, 4).add("b2", 3, 1).add("W1", 4, 5).add("b1", 1, 4);
    ForeignModel model = read("relu,leaky_relu:0.2,softmax", null);
    assertThat(model.chain().shape().widths()).isEqualTo("5-4-3-2");
    assertThat(model.chain().layers().stream().map(DenseLayer::activation))
        .containsExactly(Activation.RELU, Activation.LEAKY_RELU, Activation.SOFTMAX);
    assertThat(model.chain().layers().get(1).slope()).isEqualTo(0.2);
    assertLayer(model, 0, "W1", "b1", WeightLayout.OUT_IN);
    assertLayer(model, 2, "W10", "b10", WeightLayout.OUT_IN);
    assertThat(model.chain().precision()).isEqualTo(Precision.FLOAT);
  }

  @Test
  void readsWhatScikitLearnHas() throws IOException {
    // Square: only the names say that there is a row for each input.
    add("coefs_0", 3, 3).add("coefs_1", 3, 3).add("intercepts_0", 3).add("intercepts_1", 3);
    ForeignModel model = read("tanh,identity", null);
    assertLayer(model, 0, "coefs_0", "intercepts_0", WeightLayout.IN_OUT);
    assertLayer(model, 1, "coefs_1", "intercepts_1", WeightLayout.IN_OUT);
  }

  @Test
  void readsStatesOfPyTorchAndKernels() throws IOException {
    add("fc1.weight", 3, 3).add("fc1.bias", 3).add("head.weight", 3, 3).add("head.bias", 3);
    ForeignModel torch = read("tanh,identity", null);
    assertLayer(torch, 0, "fc1.weight", "fc1.bias", WeightLayout.OUT_IN);
    assertLayer(torch, 1, "head.weight", "head.bias", WeightLayout.OUT_IN);
    arrays.clear();
    add("dense/kernel", 3, 3).add("dense/bias", 3);
    assertLayer(read("tanh", null), 0, "dense/kernel", "dense/bias", WeightLayout.IN_OUT);
  }

  @Test
  void readsArraysWithoutNames() throws IOException {
    add("arr_0", 4, 3).add("arr_1", 4).add("arr_2", 2, 4).add("arr_3", 2);
    ForeignModel turns = read("relu,identity", null);
    assertLayer(turns, 0, "arr_0", "arr_1", WeightLayout.OUT_IN);
    assertLayer(turns, 1, "arr_2", "arr_3", WeightLayout.OUT_IN);
    arrays.clear();
    // *coefs_, *intercepts_
    add("arr_0", 3, 4).add("arr_1", 4, 2).add("arr_2", 4).add("arr_3", 2);
    ForeignModel halves = read("relu,identity", null);
    assertLayer(halves, 0, "arr_0", "arr_2", WeightLayout.IN_OUT);
    assertLayer(halves, 1, "arr_1", "arr_3", WeightLayout.IN_OUT);
    arrays.clear();
    add("arr_0", 3, 4).add("arr_1", 4, 2);
    assertLayer(read("relu,identity", null), 1, "arr_1", "", WeightLayout.IN_OUT);
  }

  @Test
  void aLayoutThatNothingShowsHasToBeStated() throws IOException {
    add("W1", 3, 3).add("b1", 3).add("W2", 3, 3).add("b2", 3);
    refused("relu,relu", "its matrices might lie both ways");
    for (WeightLayout layout : WeightLayout.values()) {
      assertLayer(read("relu,relu", layout), 0, "W1", "b1", layout);
    }
  }

  @Test
  void namesAndAStatementHaveToAgree() {
    add("coefs_0", 3, 3).add("intercepts_0", 3);
    assertThatThrownBy(() -> read("relu", WeightLayout.OUT_IN))
        .hasMessageContaining("by the names of its arrays it is IN_OUT, and OUT_IN is stated");
  }

  @Test
  void activationsHaveToBeStated() {
    add("W1", 4, 3).add("b1", 4).add("W2", 2, 4).add("b2", 2);
    refused(
        "",
        "it has the weights of 2 layers, 3-4-2, and no activations; expected one for each layer to"
            + " be stated, such as relu,softmax");
    refused("relu", "and 1 are stated");
  }

  @Test
  void whatIsNoNetworkIsRefusedByName() {
    add("W1", 4, 3).add("b1", 4).add("mu", 3);
    refused("relu", "array \"mu\": it is neither weights nor biases");
    arrays.clear();
    add("W1", 4, 3).add("b1", 5);
    refused("relu", "its arrays are no layers that fit one another: W1 [4, 3]");
    arrays.clear();
    add("W1", 4, 3).add("b1", 4).add("W2", 2, 4);
    refused("relu,relu", "the weights \"W2\" have no biases");
    arrays.clear();
    add("W1", 4, 3).add("b2", 4);
    refused("relu", "the biases \"2\" have no weights");
    arrays.clear();
    arrays.put("W1", NpyArray.of(new int[6], 2, 3));
    refused("relu", "array \"W1\": its elements are I4; expected F2, F4 or F8");
    arrays.clear();
    arrays.put("W1", NpyArray.of(new float[] {1, Float.NaN}, 2, 1));
    add("b1", 2);
    refused("relu", "NaN");
    arrays.clear();
    add("arr_0", 4, 3).add("arr_2", 4);
    refused("relu", "there is no arr_1 among its arrays");
    arrays.clear();
    add("coefs_0", 3, 2).add("fc.weight", 3, 2);
    refused("relu,relu", "some names are those of weights with a row for each output");
  }
}
