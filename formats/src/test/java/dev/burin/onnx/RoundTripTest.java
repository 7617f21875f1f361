package dev.burin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Scaling;
import dev.burin.interchange.Chain;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.io.WeightsFile;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that was written as ONNX and read again is the same in every bit. */
class RoundTripTest {

  /** Each activation in the middle and, with each loss that fits, at the end. */
  static Stream<NetworkShape> shapes() {
    List<NetworkShape> shapes = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (Activation activation : Activation.values()) {
        LayerShape first = LayerShape.of(5, 4, activation);
        for (Loss loss : Loss.values()) {
          LayerShape last = LayerShape.of(4, 3, activation);
          if (loss.fits(activation)) {
            shapes.add(
                NetworkShape.of(loss, precision, LayerShape.of(5, 4, Activation.TANH), last));
          }
        }
        if (activation != Activation.SOFTMAX) {
          LayerShape last = LayerShape.of(4, 3, Activation.SOFTMAX);
          shapes.add(NetworkShape.of(Loss.CROSS_ENTROPY, precision, first, last));
        }
        if (activation.takesSlope()) {
          LayerShape last = LayerShape.of(4, 1, Activation.SIGMOID);
          for (double slope : new double[] {1.0 / 3, 1e-6, 0.25, 123.456789}) {
            shapes.add(
                NetworkShape.of(Loss.BINARY_CROSS_ENTROPY, precision, first.slope(slope), last));
          }
        }
      }
    }
    return shapes.stream();
  }

  private static NeuralNetwork network(NetworkShape shape) {
    NeuralNetwork network =
        switch (shape.precision()) {
          case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
          case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
        };
    network.initialize(7);
    network.layout().layers().forEach(l -> network.parameter(l.bias(0), 0.1 * l.number()));
    return network;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyBitComesBack(NetworkShape shape) throws IOException {
    NeuralNetwork network = network(shape);
    for (int opset : new int[] {13, 17, 20, OnnxExport.GREATEST_OPSET}) {
      byte[] bytes = Onnx.bytes(network, OnnxExport.standard().opset(opset));
      ForeignModel read = Onnx.read(bytes, "trip.onnx");
      ImportedModel imported = ImportedModel.of(read, new TypeName("app", "Trip"));
      assertThat(imported.network().shape()).isEqualTo(shape);
      assertThat(WeightsFile.bytes(imported.network())).isEqualTo(WeightsFile.bytes(network));
    }
  }

  @Test
  void aFileHoldsTheSameBytes(@TempDir Path folder) throws IOException {
    NeuralNetwork network = network(shapes().findFirst().orElseThrow());
    Path file = folder.resolve("network.onnx");
    Onnx.write(file, network, OnnxExport.standard());
    assertThat(Files.readAllBytes(file)).isEqualTo(Onnx.bytes(network, OnnxExport.standard()));
  }

  @Test
  void theScalingInFrontIsFolded() throws IOException {
    LayerShape layer = LayerShape.of(2, 1, Activation.IDENTITY);
    FloatNetwork network =
        (FloatNetwork) network(NetworkShape.of(Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layer));
    Scaling scaling = Scaling.of(new double[] {3, -5}, new double[] {2, 4});
    byte[] bytes = Onnx.bytes(network, OnnxExport.standard().scaled(scaling).names("in", "out"));
    Chain chain = Onnx.read(bytes, "scaled.onnx").chain();
    double[] w = chain.layers().getFirst().weights();
    float w0 = network.parameters()[network.layout().layer(1).weight(0, 0)];
    float w1 = network.parameters()[network.layout().layer(1).weight(0, 1)];
    assertThat(w).containsExactly(w0 / 2.0, w1 / 4.0);
    assertThat(chain.range().center()).containsExactly(3, -5);
    assertThat(chain.range().spread()).containsExactly(2, 4);
  }

  @Test
  void theSumsAloneAreWritten() throws IOException {
    LayerShape layer = LayerShape.of(2, 3, Activation.SOFTMAX);
    NeuralNetwork network = network(NetworkShape.of(Loss.CROSS_ENTROPY, Precision.FLOAT, layer));
    byte[] bytes = Onnx.bytes(network, OnnxExport.standard().ofSums());
    Chain chain = Onnx.read(bytes, "sums.onnx").chain();
    assertThat(chain.layers().getFirst().activation()).isEqualTo(Activation.IDENTITY);
  }

  @Test
  void wrongWordsAreRefused() {
    OnnxExport standard = OnnxExport.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.opset(12))
        .withMessageContaining("Opset 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.names("x\ny", "z"))
        .withMessageContaining("letters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.names("x", "layer1.z"))
        .withMessageContaining("layer1.z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.names("x", "x"))
        .withMessageContaining("both");
  }
}
