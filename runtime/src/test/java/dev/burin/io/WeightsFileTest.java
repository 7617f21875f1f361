package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsFileTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void whatIsSavedIsLoadedBitForBit(Precision precision) throws IOException {
    int[][] shapes = {{1, 1}, {3, 5, 1}, {7, 33, 17, 5}, {13, 8, 4}, {300, 100, 3}};
    for (int[] widths : shapes) {
      Path file = directory.resolve("w" + widths[0] + ".safetensors");
      NeuralNetwork saved = TestNetworks.filled(TestNetworks.of(precision, widths), 1);
      WeightsFile.save(file, saved);

      NeuralNetwork loaded = TestNetworks.filled(TestNetworks.of(precision, widths), 2);

      assertThat(WeightsFile.load(file, loaded)).isSameAs(loaded);
      assertThat(TestNetworks.bits(loaded)).isEqualTo(TestNetworks.bits(saved));
    }
  }

  @Test
  void aSmallFileByteForByte() throws IOException {
    FloatNetwork network = TestNetworks.floats(2, 1);
    LayerLayout layer = network.layout().layer(1);
    network.parameter(layer.weight(0, 0), 1);
    network.parameter(layer.weight(0, 1), -2.5);
    network.parameter(layer.bias(0), 0.5);
    Path file = directory.resolve("small.safetensors");

    WeightsFile.save(file, network);

    String header =
        "{\"__metadata__\":{\"burin.activations\":\"SIGMOID\",\"burin.crc32c\":\"7292ee54\","
            + "\"burin.declaration.sha256\":"
            + "\"e46a87c538aeeaf8f29765b446f362e4ce03b02fb911cdabd2e7fc471fcd2cba\","
            + "\"burin.format\":\"2\",\"burin.law\":\"2\",\"burin.loss\":\"BINARY_CROSS_ENTROPY\","
            + "\"burin.parameters.sha256\":"
            + "\"407817b2fbf15a7894363e548875c53df3f04bad97795205011325b03662a155\","
            + "\"burin.widths\":\"2-1\"},"
            + "\"layer1.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"layer1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0x20, (byte) 0xc0, 0, 0, 0, 0x3f};
    assertThat(Files.readAllBytes(file)).isEqualTo(TestNetworks.file(padded, data));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void weightsLieRowByRowAndTheDataIsAligned(Precision precision) throws IOException {
    NeuralNetwork network = TestNetworks.filled(TestNetworks.of(precision, 3, 37, 2), 5);
    Path file = directory.resolve("rows.safetensors");

    WeightsFile.save(file, network);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int start = 8 + (int) bytes.getLong(0);
    assertThat(start % 8).isZero();
    bytes.position(start);
    for (LayerLayout layer : network.layout().layers()) {
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          assertThat(number(bytes, precision)).isEqualTo(network.parameter(layer.weight(j, k)));
        }
      }
      for (int j = 0; j < layer.out(); j++) {
        assertThat(number(bytes, precision)).isEqualTo(network.parameter(layer.bias(j)));
      }
    }
    assertThat(bytes.hasRemaining()).isFalse();
  }

  private static double number(ByteBuffer bytes, Precision precision) {
    return switch (precision) {
      case FLOAT -> bytes.getFloat();
      case DOUBLE -> bytes.getDouble();
    };
  }

  @Test
  void theSameNetworkGivesTheSameBytes() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");

    WeightsFile.save(first, TestNetworks.filled(TestNetworks.floats(5, 9, 3), 4));
    WeightsFile.save(second, TestNetworks.filled(TestNetworks.floats(5, 9, 3), 4));

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void paddingStaysZero() throws IOException {
    Path file = directory.resolve("padding.safetensors");
    WeightsFile.save(file, TestNetworks.filled(TestNetworks.floats(3, 17, 5), 1));
    FloatNetwork network = TestNetworks.floats(3, 17, 5);

    WeightsFile.load(file, network);

    List<Integer> used = new ArrayList<>();
    for (LayerLayout layer : network.layout().layers()) {
      for (int j = 0; j < layer.out(); j++) {
        used.add(layer.bias(j));
        for (int k = 0; k < layer.in(); k++) {
          used.add(layer.weight(j, k));
        }
      }
    }
    assertThat(used).hasSizeLessThan(network.parameters().length);
    for (int i = 0; i < network.parameters().length; i++) {
      if (!used.contains(i)) {
        assertThat(Float.floatToRawIntBits(network.parameters()[i])).isZero();
      }
    }
  }

  @Test
  void generatedClassesAreSavedAndLoadedAsTheyAre() throws IOException {
    record Small(FloatNetwork network) implements Engraved<FloatNetwork> {}
    Path file = directory.resolve("engraved.safetensors");
    Small saved = new Small(TestNetworks.filled(TestNetworks.floats(2, 3, 1), 1));
    Small fresh = new Small(TestNetworks.floats(2, 3, 1));

    WeightsFile.save(file, saved);
    Small loaded = WeightsFile.load(file, fresh);

    assertThat(loaded).isSameAs(fresh);
    assertThat(TestNetworks.bits(loaded.network())).isEqualTo(TestNetworks.bits(saved.network()));
  }

  @Test
  void aFileOfAnotherToolNeedsNoMetadataAndMayOrderItsTensorsFreely() throws IOException {
    Path file = directory.resolve("other.safetensors");
    String header =
        " { \"layer1.bias\" : {\"shape\":[1],\"data_offsets\":[0,4],\"dtype\":\"F32\"},\n"
            + "\"layer1.weight\":{\"dtype\":\"F32\",\"data_offsets\":[4,12],\"shape\":[1,2]},"
            + "\"__metadata__\":{\"format\":\"pt\"}}   ";
    Files.write(file, TestNetworks.file(header.strip() + "   ", TestNetworks.data(7, 8, 9)));

    FloatNetwork network = WeightsFile.load(file, TestNetworks.floats(2, 1));

    LayerLayout layer = network.layout().layer(1);
    assertThat(network.parameter(layer.bias(0))).isEqualTo(7);
    assertThat(network.parameter(layer.weight(0, 0))).isEqualTo(8);
    assertThat(network.parameter(layer.weight(0, 1))).isEqualTo(9);
  }

  @Test
  void theFirstVersionHadNoChecksumAndIsRead() throws IOException {
    Path file = directory.resolve("first");
    String header =
        "{\"__metadata__\":{\"burin.activations\":\"SIGMOID\",\"burin.format\":\"1\"},"
            + "\"layer1.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"layer1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    Files.write(file, TestNetworks.file(header, TestNetworks.data(7, 8, 9)));

    FloatNetwork network = WeightsFile.load(file, TestNetworks.floats(2, 1));

    assertThat(network.parameter(network.layout().layer(1).bias(0))).isEqualTo(9);
  }

  /** Weights are numbers that no law of sums changes. */
  @Test
  void aFileOfAnotherLawIsReadAsItIs() throws IOException {
    Path file = directory.resolve("law");
    String header =
        "{\"__metadata__\":{\"burin.format\":\"1\",\"burin.law\":\"1\"},"
            + "\"layer1.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"layer1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    Files.write(file, TestNetworks.file(header, TestNetworks.data(7, 8, 9)));

    FloatNetwork network = WeightsFile.load(file, TestNetworks.floats(2, 1));

    LayerLayout layer = network.layout().layer(1);
    assertThat(network.parameter(layer.weight(0, 0))).isEqualTo(7);
    assertThat(network.parameter(layer.weight(0, 1))).isEqualTo(8);
    assertThat(network.parameter(layer.bias(0))).isEqualTo(9);
  }

  @Test
  void aFileOfOursMayBeWrittenAgainByAnotherToolInAnotherOrder() throws IOException {
    Path file = directory.resolve("ours");
    FloatNetwork network = TestNetworks.floats(2, 1);
    LayerLayout layer = network.layout().layer(1);
    network.parameter(layer.weight(0, 0), 1);
    network.parameter(layer.weight(0, 1), -2.5);
    network.parameter(layer.bias(0), 0.5);
    String header =
        "{\"layer1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"layer1.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[4,12]},"
            + "\"__metadata__\":{\"burin.widths\":\"2-1\",\"burin.loss\":\"BINARY_CROSS_ENTROPY\","
            + "\"burin.format\":\"2\",\"burin.crc32c\":\"ba2e441e\",\"burin.activations\":\"SIGMOID\",\"by\":\"another"
            + " tool\"}}";
    Files.write(file, TestNetworks.file(header, TestNetworks.data(0.5f, 1, -2.5f)));

    assertThat(TestNetworks.bits(WeightsFile.load(file, TestNetworks.floats(2, 1))))
        .isEqualTo(TestNetworks.bits(network));
  }

  @Test
  void aMissingFileIsReportedAsSuch() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WeightsFile.load(directory.resolve("none"), TestNetworks.floats(1, 1)));
  }

  @Test
  void weightsBehindAnotherSlopeAreRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sloped.safetensors");
    WeightsFile.save(file, TestNetworks.sloped(0.3));

    FloatNetwork same = TestNetworks.sloped(0.3);
    WeightsFile.load(file, same);
    assertThat(same.hasWeights()).isTrue();

    for (double other : new double[] {0.01, 0.25}) {
      FloatNetwork another = TestNetworks.sloped(other);
      String here = other == 0.01 ? "LEAKY_RELU" : "LEAKY_RELU(0.25)";
      assertThatThrownBy(() -> WeightsFile.load(file, another))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("burin.activations is \"LEAKY_RELU(0.3),SIGMOID\"")
          .hasMessageContaining("\"" + here + ",SIGMOID\"");
    }
  }
}
