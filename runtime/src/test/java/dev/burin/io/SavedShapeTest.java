package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weights file says which network it is of. */
class SavedShapeTest {

  @TempDir private Path directory;

  private static NeuralNetwork network(Precision precision) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.CROSS_ENTROPY,
            precision,
            LayerShape.of(3, 4, Activation.LEAKY_RELU).slope(0.2),
            LayerShape.of(4, 5, Activation.ELU),
            LayerShape.of(5, 2, Activation.SOFTMAX));
    int length = ParameterLayout.of(shape).length();
    return switch (precision) {
      case FLOAT -> {
        FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
        network.parameters(new float[length]);
        yield network;
      }
      case DOUBLE -> {
        DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
        network.parameters(new double[length]);
        yield network;
      }
    };
  }

  @Test
  void theShapeIsTheOneThatWasSaved() throws IOException {
    for (Precision precision : Precision.values()) {
      Path file = directory.resolve("net.safetensors");
      WeightsFile.save(file, network(precision));
      assertThat(SavedShape.of(file)).isEqualTo(network(precision).shape());
    }
  }

  /** Weights of smaller types do not say the precision, but golden rows do. */
  @Test
  void goldenRowsTellThePrecisionOfSmallerTypes() throws IOException {
    for (Precision precision : Precision.values()) {
      Path file = directory.resolve("net.safetensors");
      Writing writing = Writing.standard().storage(StorageType.BF16).golden(new double[3], 1);
      WeightsFile.save(file, network(precision), writing);
      assertThat(SavedShape.of(file)).isEqualTo(network(precision).shape());
    }
  }

  @Test
  void filesThatNameNoNetworkAreRefused() throws IOException {
    refused("{}", "its metadata have no burin.widths");
    refused(
        "{\"burin.widths\":\"2-1\",\"burin.activations\":\"RELU,RELU\"}",
        "it names 2 widths and 2 activations; expected one width more");
    refused(
        "{\"burin.widths\":\"2-x\",\"burin.activations\":\"RELU\"}",
        "it names a network that is none");
    refused(
        "{\"burin.widths\":\"2-1\",\"burin.activations\":\"RELUX\"}",
        "it names a network that is none");
  }

  private void refused(String metadata, String sentence) throws IOException {
    String header = "{\"__metadata__\":" + metadata + "}";
    byte[] length = {(byte) header.length(), 0, 0, 0, 0, 0, 0, 0};
    Path file = directory.resolve("other.safetensors");
    Files.write(file, length);
    Files.write(file, header.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
    assertThatThrownBy(() -> SavedShape.of(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("other.safetensors: ")
        .hasMessageContaining(sentence);
  }
}
