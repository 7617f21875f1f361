package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StorageTypeTest {

  private static byte[] saved(NeuralNetwork network, StorageType type) {
    return WeightsFile.bytes(network, Writing.standard().storage(type));
  }

  @ParameterizedTest
  @EnumSource(StorageType.class)
  void whatIsReadAgainIsWrittenAgainToTheSameBytes(StorageType type) throws IOException {
    for (Precision precision : Precision.values()) {
      NeuralNetwork network = TestNetworks.drawn(TestNetworks.of(precision, 9, 70, 33, 3), 5);
      byte[] first = saved(network, type);
      NeuralNetwork read =
          WeightsFile.load(first, "first", TestNetworks.of(precision, 9, 70, 33, 3));
      byte[] second = saved(read, type);
      NeuralNetwork again =
          WeightsFile.load(second, "second", TestNetworks.of(precision, 9, 70, 33, 3));

      if (type != StorageType.INT8) {
        assertThat(second).isEqualTo(first);
        assertThat(TestNetworks.bits(again)).isEqualTo(TestNetworks.bits(read));
      }
      assertThat(new String(first, StandardCharsets.ISO_8859_1))
          .as("the fingerprint is that of the weights that are read")
          .contains(Fingerprint.of(read).sha256());
    }
  }

  @ParameterizedTest
  @CsvSource({"F16, 0x1p-11", "BF16, 0x1p-8"})
  void floatsLoseNoMoreThanHalfAUnit(StorageType type, double relative) throws IOException {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.floats(9, 70, 3), 5);
    NeuralNetwork read =
        WeightsFile.load(saved(network, type), "read", TestNetworks.floats(9, 70, 3));

    for (LayerLayout layer : network.layout().layers()) {
      layer
          .dense()
          .forEach(
              at -> {
                double value = network.parameter(at);
                assertThat(Math.abs(read.parameter(at) - value))
                    .isLessThanOrEqualTo(relative * Math.abs(value) + 0x1p-25);
              });
    }
    assertThat(TestNetworks.bits(read)).isNotEqualTo(TestNetworks.bits(network));
  }

  @Test
  void wholeNumbersLoseNoMoreThanHalfAScale() throws IOException {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(9, 70, 3), 5);
    LayerLayout first = network.layout().layer(1);
    for (int k = 0; k < 9; k++) {
      network.parameter(first.weight(4, k), 0);
    }
    NeuralNetwork read =
        WeightsFile.load(saved(network, StorageType.INT8), "r", TestNetworks.floats(9, 70, 3));

    for (LayerLayout layer : network.layout().layers()) {
      for (int j = 0; j < layer.out(); j++) {
        double greatest = 0;
        for (int k = 0; k < layer.in(); k++) {
          greatest = Math.max(greatest, Math.abs(network.parameter(layer.weight(j, k))));
        }
        double scale = greatest / 127;
        for (int k = 0; k < layer.in(); k++) {
          double value = network.parameter(layer.weight(j, k));
          assertThat(Math.abs(read.parameter(layer.weight(j, k)) - value))
              .isLessThanOrEqualTo(scale * 0.50001);
        }
        assertThat(read.parameter(layer.bias(j))).isEqualTo(network.parameter(layer.bias(j)));
      }
    }
  }

  @Test
  void filesShrink() {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.floats(100, 100, 10), 5);
    int same = saved(network, StorageType.SAME).length;

    assertThat(saved(network, StorageType.F16)).hasSizeLessThan(same * 53 / 100);
    assertThat(saved(network, StorageType.BF16)).hasSizeLessThan(same * 53 / 100);
    assertThat(saved(network, StorageType.INT8)).hasSizeLessThan(same * 30 / 100);
    assertThat(saved(network, StorageType.SAME)).isEqualTo(WeightsFile.bytes(network));
  }

  @Test
  void aChangedByteIsRefusedInEveryType() throws IOException {
    for (StorageType type : StorageType.values()) {
      byte[] whole = saved(TestNetworks.drawn(TestNetworks.floats(2, 3, 1), 1), type);
      for (int at = whole.length - 40; at < whole.length; at++) {
        byte[] broken = whole.clone();
        broken[at] ^= 1;
        FloatNetwork network = TestNetworks.unset(2, 3, 1);
        int place = at;
        assertThat(refuses(broken, network)).as("byte %d of %s", place, type).isTrue();
        assertThat(network.hasWeights()).isFalse();
      }
    }
  }

  private static boolean refuses(byte[] bytes, FloatNetwork network) {
    try {
      WeightsFile.load(bytes, "broken", network);
      return false;
    } catch (MalformedFileException e) {
      return true;
    }
  }

  @Test
  void whatATypeCannotHoldIsRefusedBeforeAnythingIsWritten() {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(2, 1), 1);
    network.parameter(network.layout().layer(1).weight(0, 1), 70_000);

    assertThatIllegalStateException()
        .isThrownBy(() -> saved(network, StorageType.F16))
        .withMessageStartingWith("layer1.weight[0,1] is 70000.0, which is infinite in F16");
  }

  @Test
  void theCostIsMeasured() {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(20, 50, 1), 1);
    double[] x = new Random(3).doubles(20 * 100).toArray();

    StorageCost same = StorageCost.of(network, StorageType.SAME, x, 100);
    StorageCost half = StorageCost.of(network, StorageType.F16, x, 100);
    StorageCost bfloat = StorageCost.of(network, StorageType.BF16, x, 100);

    assertThat(same.greatest()).isZero();
    assertThat(same.decisions()).isZero();
    assertThat(half.greatest()).isPositive().isLessThan(bfloat.greatest());
    assertThat(half.mean()).isPositive().isLessThan(half.greatest());
    assertThat(half.bytes()).isLessThan(half.sameBytes());
    assertThat(half.toString()).matches("F16: [0-9,]+ bytes \\(\\d+ %\\), outputs differ by .*");
  }
}
