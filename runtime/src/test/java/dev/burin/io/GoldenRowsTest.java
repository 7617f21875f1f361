package dev.burin.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenRowsTest {

  private static final float[] X = {0.5f, -1, 2, 0.25f};

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theyComeBackAndAreAnswered(Precision precision) throws IOException {
    NeuralNetwork network = TestNetworks.drawn(TestNetworks.of(precision, 2, 5, 3), 1);
    Path file = folder.resolve("golden");
    for (StorageType type : StorageType.values()) {
      WeightsFile.save(file, network, Writing.standard().golden(X, 2).storage(type));

      NeuralNetwork fresh = TestNetworks.of(precision, 2, 5, 3).another();
      WeightsFile.load(file, fresh, Reading.standard().golden());
      assertThat(fresh.hasWeights()).isTrue();
      WeightsFile.load(
          file,
          TestNetworks.drawn(TestNetworks.of(precision, 2, 5, 3), 2),
          Reading.standard().goldenIfPresent());
      GoldenRows golden = WeightsFile.golden(file).orElseThrow();
      assertThat(golden.rows()).isEqualTo(2);
      assertThat(golden.inputs()).containsExactly(0.5, -1, 2, 0.25);
      assertThat(golden.outputs()).hasSize(6);
      assertThat(golden.tolerance()).isEmpty();
    }
  }

  @Test
  void filesWithoutThemStayAsTheyAre() throws IOException {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(2, 3, 1), 1);
    Path file = folder.resolve("plain");
    WeightsFile.save(file, network);

    assertThat(WeightsFile.golden(file)).isEmpty();
    WeightsFile.load(file, TestNetworks.floats(2, 3, 1), Reading.standard().goldenIfPresent());
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(
            () -> WeightsFile.load(file, TestNetworks.floats(2, 3, 1), Reading.standard().golden()))
        .withMessageContaining("there are no golden rows; expected some, as Writing.golden");
  }

  /** A file as a Python program would write it for a network 2-1 with weights 1 2 and bias 0. */
  private static byte[] foreign(double answer, String more) {
    String metadata =
        String.format(
            Locale.ROOT,
            "\"burin.format\":\"1\",\"burin.golden\":\"1\",\"burin.golden.rows\":\"1\","
                + "\"burin.golden.dtype\":\"F32\",\"burin.golden.inputs\":\"%s\","
                + "\"burin.golden.outputs\":\"%s\"%s",
            base64(0, 0),
            base64(answer),
            more);
    return new Tensors()
        .metadata(metadata)
        .add("fc.weight", "F32", new int[] {1, 2}, 1, 2)
        .add("fc.bias", "F32", new int[] {1}, 0)
        .bytes();
  }

  private static String base64(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Test
  void othersMayStateATolerance() throws IOException {
    Reading golden = Reading.standard().golden();
    FloatNetwork network = TestNetworks.floats(2, 1);

    // The last activation is SIGMOID, and that of 0 is a half.
    WeightsFile.load(foreign(0.5, ""), "exact", network, golden);
    WeightsFile.load(
        foreign(0.50001, ",\"burin.golden.tolerance\":\"1e-4\""), "near", network, golden);
    for (String tolerance : new String[] {"", ",\"burin.golden.tolerance\":\"1e-6\""}) {
      FloatNetwork fresh = TestNetworks.unset(2, 1);
      assertThatExceptionOfType(MalformedFileException.class)
          .isThrownBy(() -> WeightsFile.load(foreign(0.50001, tolerance), "far", fresh, golden))
          .withMessageContaining("output 0 of golden row 0 is answered with 0.5; expected 0.5000");
      assertThat(fresh.hasWeights()).isFalse();
      assertThat(fresh.parameters()).containsOnly(0);
      // Nobody asked for a look at them here.
      WeightsFile.load(foreign(0.50001, tolerance), "far", fresh);
      assertThat(fresh.hasWeights()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"burin.golden\":\"1\"', '\"burin.golden\":\"2\"', 'burin.golden is \"2\"'",
    "'.rows\":\"1\"', '.rows\":\"0\"', '0 golden rows'",
    "'.rows\":\"1\"', '.rows\":\"2\"', 'golden rows cannot have'",
    "'.rows\":\"1\"', '.rows\":\"x\"', 'cannot be read'",
    "'.dtype\":\"F32\"', '.dtype\":\"F16\"', 'burin.golden.dtype is F16'",
    "'.dtype\":\"F32\"', '.dtype\":\"F31\"', 'cannot be read'",
    "'.dtype\":\"F32\"', '.dtype\":\"F64\"', 'no whole numbers'",
    "'golden.inputs', 'golden.input', 'there is no burin.golden.inputs'",
    "'AAAAAAAAAAA=', 'AAAAAAAAAA!=', 'cannot be read'",
    "'AAAAAAAAAAA=', 'AAAAAA==', 'have 1 inputs and 1 outputs; expected 2 and 1'",
  })
  void whatCannotBeTheyIsRefused(String old, String now, String reason) throws IOException {
    String text = new String(foreign(0.5, ""), ISO_8859_1);
    String header = text.substring(8, text.lastIndexOf('}') + 1);
    assertThat(header).contains(old);
    byte[] bytes = TestNetworks.file(header.replace(old, now), TestNetworks.data(1, 2, 0));

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(
            () ->
                WeightsFile.load(
                    bytes, "broken", TestNetworks.floats(2, 1), Reading.standard().golden()))
        .withMessageContaining(reason);
  }

  @Test
  void rowsThatCannotBeKeptAreRefusedBeforeAnythingIsWritten() {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(2, 1), 1);
    Path file = folder.resolve("none");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Writing.standard().golden(X, 0))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFile.save(file, network, Writing.standard().golden(X, 3)))
        .withMessageContaining("3 golden rows of 2 inputs are 6 numbers, but 4 were given");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WeightsFile.save(
                    file, network, Writing.standard().golden(new float[200_000], 100_000)))
        .withMessageContaining("are kept there; give fewer");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WeightsFile.save(
                    file, network, Writing.standard().golden(new float[] {Float.NaN, 0}, 1)))
        .withMessageContaining("not finite");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void aChangedRowIsADamagedFile() throws IOException {
    FloatNetwork network = TestNetworks.drawn(TestNetworks.floats(2, 3, 1), 1);
    byte[] whole = WeightsFile.bytes(network, Writing.standard().golden(X, 2));
    String text = new String(whole, ISO_8859_1);
    int at = text.indexOf("burin.golden.outputs\":\"") + 25;
    whole[at] = (byte) (whole[at] == 'A' ? 'B' : 'A');

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(whole, "changed", TestNetworks.floats(2, 3, 1)))
        .withMessageContaining("was damaged or changed after saving");
  }
}
