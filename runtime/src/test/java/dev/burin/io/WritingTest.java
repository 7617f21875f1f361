package dev.burin.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Precision;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files for others, which come back into a network with equal bits. */
class WritingTest {

  @TempDir Path folder;

  private static String header(NeuralNetwork network, Writing writing) {
    return new String(WeightsFile.bytes(network, writing), ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void namesOfPyTorchComeBackBitForBit(Precision precision) throws IOException {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.of(precision, 4, 9, 2), 3);
    Writing[] writings = {
      Writing.standard().layers("fc1", "fc2"),
      Writing.standard().layers("hidden", "head").notes(Map.of("a", "b")),
      Writing.standard().sequential(""),
      Writing.standard().sequential("net."),
    };
    for (Writing writing : writings) {
      Path file = folder.resolve("named");
      WeightsFile.save(file, network, writing);
      NeuralNetwork read = WeightsFile.load(file, TestNetworks.of(precision, 4, 9, 2));

      assertThat(TestNetworks.bits(read)).isEqualTo(TestNetworks.bits(network));
    }
  }

  @Test
  void tensorsAreCalledAsLoadStateDictWants() {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.floats(4, 9, 2), 3);

    assertThat(header(network, Writing.standard().layers("fc1", "fc2")))
        .contains("\"format\":\"pt\"")
        .contains("\"fc1.weight\":{\"dtype\":\"F32\",\"shape\":[9,4]")
        .contains("\"fc1.bias\":{\"dtype\":\"F32\",\"shape\":[9]")
        .contains("\"fc2.weight\":{\"dtype\":\"F32\",\"shape\":[2,9]")
        .doesNotContain("layer1");
    assertThat(header(network, Writing.standard().sequential("net.")))
        .contains("\"net.0.weight\"", "\"net.0.bias\"", "\"net.2.weight\"", "\"net.2.bias\"");
    assertThat(header(network, Writing.standard())).doesNotContain("\"format\"");
  }

  @Test
  void aNameNeedsOneForEachLayerAndNoTwoAlike() {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.floats(4, 9, 2), 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.bytes(network, Writing.standard().layers("fc1")))
        .withMessageContaining("names 1 layers, but the network 4-9-2 has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.bytes(network, Writing.standard().layers("fc", "fc")))
        .withMessageContaining("called alike in [fc, fc]");
  }
}
