package dev.burin.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights files without a file: streams and bytes; and what stands in them beside weights. */
class WeightsStreamTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void streamsAndBytesAreWhatAFileHolds(Precision precision) throws IOException {
    NeuralNetwork network = TestNetworks.filled(TestNetworks.of(precision, 3, 37, 2), 5);
    Path file = directory.resolve("weights");
    WeightsFile.save(file, network);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WeightsFile.write(out, network);
    byte[] bytes = WeightsFile.bytes(network);

    assertThat(bytes).isEqualTo(Files.readAllBytes(file)).isEqualTo(out.toByteArray());
    NeuralNetwork ofBytes = WeightsFile.load(bytes, "bytes", TestNetworks.of(precision, 3, 37, 2));
    NeuralNetwork ofStream =
        WeightsFile.load(new SlowStream(bytes), "stream", TestNetworks.of(precision, 3, 37, 2));
    assertThat(TestNetworks.bits(ofBytes)).isEqualTo(TestNetworks.bits(network));
    assertThat(TestNetworks.bits(ofStream)).isEqualTo(TestNetworks.bits(network));
  }

  @Test
  void refusalsNameWhatTheCallerNamed() {
    FloatNetwork network = TestNetworks.floats(2, 1);
    long[] before = TestNetworks.bits(network);
    assertThatThrownBy(() -> WeightsFile.load(new byte[0], "jar:digits", network))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            "jar:digits: the file is empty; expected a weights file; a copy or download may have"
                + " failed.");
    byte[] other = WeightsFile.bytes(TestNetworks.filled(TestNetworks.floats(3, 1), 1));
    assertThatThrownBy(() -> WeightsFile.load(new ByteArrayInputStream(other), "s", network))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("s: layer1.weight is [1, 3], layer 1 needs [1, 2]; expected");
    assertThat(TestNetworks.bits(network)).isEqualTo(before);
    assertThatNullPointerException()
        .isThrownBy(() -> WeightsFile.load((InputStream) null, "gone.safetensors", network))
        .withMessageStartingWith("The stream of gone.safetensors is null; a resource is found");
  }

  @Test
  void anEndlessStreamEndsAtTheLimit() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            read[0] += count;
            return count;
          }
        };
    assertThatThrownBy(() -> WeightsFile.load(endless, "endless", TestNetworks.floats(2, 1)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            "endless: this looks like zeros, as an interrupted copy or download leaves; expected a"
                + " safetensors file, as WeightsFile.save or safetensors.numpy.save_file writes"
                + " it.");
    assertThat(read[0]).isLessThan(2_200_000);
  }

  @Test
  void notesComeBackWhateverTheyHold() throws IOException {
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(2, 1), 1);
    Map<String, String> notes =
        Map.of("encoding", "a \"b\" \\ \n\t\u0000\u00e9\u2603\uD83D\uDE00", "empty", "");
    Path file = directory.resolve("noted");

    WeightsFile.save(file, network, notes);

    FloatNetwork loaded = TestNetworks.floats(2, 1);
    assertThat(WeightsFile.loadWithNotes(file, loaded)).isEqualTo(notes);
    assertThat(TestNetworks.bits(loaded)).isEqualTo(TestNetworks.bits(network));
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, ISO_8859_1).indexOf("a \\\"b");
    bytes[at] = 'c';
    assertThatThrownBy(() -> WeightsFile.load(bytes, "changed", loaded))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("was damaged or changed after saving");
  }

  @Test
  void notesThatCannotBeKeptAreRefusedBeforeAnythingIsWritten() throws IOException {
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(2, 1), 1);
    Path file = directory.resolve("refused");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.save(file, network, Map.of("n", "x".repeat(1 << 19))))
        .withMessageContaining("at most 524288 are kept there");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.save(file, network, Map.of("", "x")))
        .withMessageContaining("A note needs a name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.save(file, network, Map.of("n", "\uD83D")))
        .withMessageContaining("half a surrogate pair at character 0");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theFingerprintIsOverTheBytesOfTheTensors(Precision precision) throws Exception {
    NeuralNetwork network = TestNetworks.filled(TestNetworks.of(precision, 3, 37, 2), 5);
    byte[] bytes = WeightsFile.bytes(network);
    int data = (int) network.shape().parameters() * precision.bytes();
    byte[] tensors = Arrays.copyOfRange(bytes, bytes.length - data, bytes.length);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tensors));

    assertThat(Fingerprint.of(network).sha256()).isEqualTo(sha256);
    assertThat(network.toString()).contains("fingerprint " + sha256.substring(0, 16));
    String text = new String(bytes, ISO_8859_1);
    assertThat(text)
        .contains("\"burin.parameters.sha256\":\"" + sha256 + "\"")
        .contains(
            "\"burin.declaration.sha256\":\"" + Fingerprint.of(network.shape()).sha256() + "\"");
    network.parameter(network.layout().layer(2).bias(1), 17);
    assertThat(Fingerprint.of(network).sha256()).isNotEqualTo(sha256);
    assertThat(Fingerprint.of(TestNetworks.of(precision, 3, 36, 2).shape()))
        .isNotEqualTo(Fingerprint.of(network.shape()));
  }
}
