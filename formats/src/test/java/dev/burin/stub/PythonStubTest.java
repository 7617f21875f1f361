package dev.burin.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Python file says the network as its framework does, and nothing breaks out of its strings. */
class PythonStubTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.CROSS_ENTROPY,
          Precision.DOUBLE,
          LayerShape.of(4, 3, Activation.LEAKY_RELU).slope(0.2),
          LayerShape.of(3, 2, Activation.SOFTMAX));

  @Test
  void aFileForNumpyComputesLayerAfterLayer() {
    assertThat(PythonStub.of(Framework.NUMPY, SHAPE, "net.safetensors"))
        .contains("WEIGHTS = \"net.safetensors\"")
        .contains("a1 = leaky_relu(x @ t[\"layer1.weight\"].T + t[\"layer1.bias\"], 0.2)")
        .contains("a2 = softmax(a1 @ t[\"layer2.weight\"].T + t[\"layer2.bias\"])")
        .contains("return a2")
        .contains("DTYPE = \"F64\"")
        .contains("ACTIVATIONS = \"LEAKY_RELU(0.2),SOFTMAX\"")
        .doesNotContain("gelu");
  }

  @Test
  void aFileForPyTorchIsAModule() {
    assertThat(PythonStub.of(Framework.TORCH, SHAPE, "net.safetensors"))
        .contains("self.layer1 = torch.nn.Linear(4, 3)")
        .contains("x = torch.nn.functional.leaky_relu(self.layer1(x), 0.2)")
        .contains("x = torch.softmax(self.layer2(x), dim=-1)")
        .contains("net = Network().double()");
  }

  @Test
  void aFileForKerasIsASequentialModel() {
    assertThat(PythonStub.of(Framework.KERAS, SHAPE, "net.safetensors"))
        .contains("keras.config.set_floatx(\"float64\")")
        .contains("keras.Input((4,))")
        .contains("3, activation=keras.layers.LeakyReLU(negative_slope=0.2), name=\"layer1\"\n")
        .contains("keras.layers.Dense(2, activation=\"softmax\", name=\"layer2\")");
  }

  @ParameterizedTest
  @EnumSource(Framework.class)
  void everyFileReadsWholeNumbersWithTheirScales(Framework framework) {
    assertThat(PythonStub.of(framework, SHAPE, "net.safetensors"))
        .contains("\"I8\": \"<i1\"")
        .contains("tensors[name[: -len(\"_scale\")]] *= scale.reshape(-1, 1)");
  }

  /** Files for PyTorch may call their layers as they like, but these files know ours alone. */
  @ParameterizedTest
  @EnumSource(Framework.class)
  void everyFileSaysThatLayersHaveNamesOfTheirOwn(Framework framework) {
    assertThat(PythonStub.of(framework, SHAPE, "net.safetensors"))
        .contains(
            "if \"layer1.weight\" not in tensors:\n        sys.exit(path + \": no layer1.weight;");
  }

  @ParameterizedTest
  @EnumSource(Framework.class)
  void everyFileIsShortAsciiTextWithoutTabs(Framework framework) {
    String text = PythonStub.of(framework, SHAPE, "a\"\\\n\u00fc\u2028.safetensors");
    assertThat(text)
        .contains("WEIGHTS = \"a\\\"\\\\\\U0000000a\\U000000fc\\U00002028.safetensors\"");
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    assertThat(text.lines()).hasSizeLessThan(130).allMatch(line -> line.length() <= 100);
    assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    assertThat(text).endsWith("weights(net))\n");
  }
}
