package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.CompactNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of eight bits in memory give the bits of the floats that they stand for. */
class CompactWeightsTest {

  private static final Writing INT8 = Writing.standard().storage(StorageType.INT8);

  @TempDir private Path folder;

  private static int[] widths(String text) {
    return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
  }

  private static float[] samples(int n, int inputs) {
    Random random = new Random(7);
    float[] x = new float[n * inputs];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  private Path saved(FloatNetwork network, Writing writing) throws IOException {
    Path file = folder.resolve("net.safetensors");
    WeightsFile.save(file, network, writing);
    return file;
  }

  /** Sums that are cut and not, panels of all widths, padding, a narrow last layer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5-3",
        "9-70-33-3",
        "300-17",
        "1024-32-1",
        "1100-112-40-96",
        "1300-50-5",
        "1-1-16"
      })
  void answersHaveTheBitsOfFloatsFromTheSameFile(String text) throws IOException {
    FloatNetwork drawn = TestNetworks.drawn(TestNetworks.floats(widths(text)), 5);
    Path file = saved(drawn, INT8);
    FloatNetwork floats = WeightsFile.load(file, TestNetworks.floats(widths(text)));
    CompactNetwork compact = CompactWeights.load(file, floats.shape());
    CompactNetwork rounded = CompactWeights.of(drawn);
    int in = floats.shape().inputs();
    int out = floats.shape().outputs();
    int n = 11;
    float[] x = samples(n, in);
    float[] wanted = new float[n * out];
    floats.outputs(x, n, wanted);

    for (CompactNetwork each : new CompactNetwork[] {compact, rounded}) {
      float[] batch = new float[n * out];
      each.outputs(x, n, batch);
      assertThat(batch).isEqualTo(wanted);
      for (int s = 0; s < n; s++) {
        float[] one = Arrays.copyOfRange(x, s * in, (s + 1) * in);
        assertThat(each.outputs(one)).isEqualTo(Arrays.copyOfRange(wanted, s * out, (s + 1) * out));
      }
    }
  }

  @Test
  void kernelsTakeOverWithTheSameBits() throws IOException {
    FloatNetwork drawn = TestNetworks.drawn(TestNetworks.floats(1100, 112, 40, 96), 5);
    CompactNetwork compact = CompactWeights.of(drawn);
    float[] x = samples(9, 1100);
    float[] before = new float[9 * 96];
    float[] after = new float[9 * 96];
    compact.outputs(x, 9, before);

    String path = compact.warmUp(Duration.ofMinutes(2));
    compact.outputs(x, 9, after);

    assertThat(path).isEqualTo(compact.path());
    assertThat(after).isEqualTo(before);
    assertThat(compact.selfTest()).allMatch(result -> result.passed());
  }

  @Test
  void classesAreThoseOfFloats() throws IOException {
    NetworkShape shape =
        NetworkShape.of(
            Loss.CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(20, 30, Activation.GELU),
            LayerShape.of(30, 6, Activation.SOFTMAX));
    FloatNetwork drawn = new FloatNetwork(shape, new FloatTwin(shape));
    drawn.initialize(3);
    CompactNetwork compact = CompactWeights.of(drawn);
    FloatNetwork floats =
        WeightsFile.load(saved(drawn, INT8), new FloatNetwork(shape, new FloatTwin(shape)));
    float[] x = samples(50, 20);
    int[] wanted = new int[50];
    int[] found = new int[50];
    floats.predict(x, 50, wanted);
    compact.predict(x, 50, found);

    assertThat(found).isEqualTo(wanted);
    assertThat(compact.predict(Arrays.copyOf(x, 20))).isEqualTo(wanted[0]);
    x[25] = Float.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compact.predict(x, 50, found))
        .withMessageStartingWith("Input 5 of sample 1 is NaN; only finite numbers have a class");
    Arrays.fill(x, 0, 20, Float.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compact.predict(Arrays.copyOf(x, 20)))
        .withMessageContaining("sums overflowed");
  }

  @Test
  void weightsTakeAQuarterOfTheMemory() {
    FloatNetwork network = TestNetworks.floats(1024, 1024, 1024);
    assertThat(CompactWeights.of(network).bytes())
        .isBetween(2L * 1024 * 1024, (long) (0.26 * Float.BYTES * network.layout().length()));
  }

  @Test
  void weightsOfOtherTypesAreRefused() throws IOException {
    FloatNetwork network = TestNetworks.floats(9, 70, 3);
    for (StorageType type : new StorageType[] {StorageType.SAME, StorageType.BF16}) {
      Path file = saved(network, Writing.standard().storage(type));
      assertThatThrownBy(() -> CompactWeights.load(file, network.shape()))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("layer1.weight is " + (type == StorageType.SAME ? "F32" : "BF16"))
          .hasMessageContaining("expected I8 with a weight_scale, as Writing.storage(");
    }
  }

  @Test
  void damagedFilesAndOtherNetworksAreRefused() throws IOException {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(9, 70, 3), 5);
    Path file = saved(network, INT8);
    NetworkShape other = TestNetworks.floats(9, 71, 3).shape();
    assertThatThrownBy(() -> CompactWeights.load(file, other))
        .isInstanceOf(MalformedFileException.class);

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 1;
    assertThatThrownBy(
            () -> CompactWeights.load(new ByteArrayInputStream(bytes), "damaged", network.shape()))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("damaged: the checksum");
    assertThatThrownBy(
            () ->
                CompactWeights.load(
                    new ByteArrayInputStream(bytes, 0, bytes.length - 50), "half", network.shape()))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("half: ");
  }

  @Test
  void doublesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompactWeights.of(TestNetworks.doubles(4, 3)))
        .withMessageStartingWith("The network 4-3 computes in DOUBLE; only one of FLOAT keeps");
  }

  @Test
  void argumentsAreChecked() {
    CompactNetwork compact = CompactWeights.of(TestNetworks.floats(4, 3));
    float[] x = new float[4];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compact.outputs(new float[5]))
        .withMessage("The array of inputs holds 5 elements, but one sample has exactly 4.");
    assertThatIllegalArgumentException().isThrownBy(() -> compact.outputs(x, new float[2]));
    assertThatIllegalArgumentException().isThrownBy(() -> compact.outputs(x, 1, x));
    assertThatIllegalArgumentException().isThrownBy(() -> compact.outputs(x, -1, new float[3]));
    assertThatIllegalArgumentException().isThrownBy(() -> compact.outputs(x, 2, new float[6]));
    assertThatIllegalArgumentException().isThrownBy(() -> compact.predict(x, 1, new int[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> compact.output(x));
    assertThatNullPointerException().isThrownBy(() -> CompactWeights.load(null, compact.shape()));
    assertThatNullPointerException().isThrownBy(() -> CompactWeights.of(null));
  }
}
