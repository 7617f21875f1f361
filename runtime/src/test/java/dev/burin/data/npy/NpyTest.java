package dev.burin.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.ByteTable;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {

  @TempDir Path directory;

  @Test
  void whatIsWrittenComesBackAndItsDataIsAligned() throws IOException {
    byte[] bytes = written(NpyArray.of(new float[] {1, -2.5f, 3, 4, 5, 6}, 2, 3));
    assertThat((bytes.length - 24) % 64).isZero();
    assertThat(new String(bytes, 10, 60, StandardCharsets.ISO_8859_1))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
    NpyArray back = Npy.read(bytes, "a");
    assertThat(back).hasToString("<f4 (2, 3)");
    assertThat(back.toFloats()).containsExactly(1, -2.5f, 3, 4, 5, 6);
    assertThat(back.table().value(1, 0)).isEqualTo(4);
    assertThat(Npy.read(written(NpyArray.of(new double[] {Math.PI}, 1)), "b").toDoubles())
        .containsExactly(Math.PI);
    assertThat(Npy.read(written(NpyArray.of(new int[] {7})), "c")).hasToString("<i4 ()");
    NpyArray pixels = Npy.read(written(NpyArray.ofUnsigned(new byte[] {-1, 3}, 1, 2)), "d");
    assertThat(pixels.table()).isInstanceOf(ByteTable.class);
    assertThat(pixels.labels().toArray()).containsExactly(255, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'descr': '<i2', 'fortran_order': False, 'shape': (2,)",
        "\"shape\":(2L,) ,\"descr\":\"<i2\",\"fortran_order\":False,",
        "'shape': (1, 2), 'fortran_order': True, 'descr': '<i2'"
      })
  void headersMayBeSpelledInManyWays(String members) throws IOException {
    assertThat(Npy.read(file(members, 2, 0, 1, 0), "a").toDoubles()).containsExactly(2, 1);
  }

  @Test
  void columnsFirstAndBigEndianAreMadeRowsAndLittleEndian() throws IOException {
    NpyArray array =
        Npy.read(
            file(
                "'descr': '>u2', 'fortran_order': True, 'shape': (2, 3)",
                0,
                1,
                0,
                4,
                0,
                2,
                0,
                5,
                0,
                3,
                1,
                0),
            "a");
    assertThat(array.toDoubles()).containsExactly(1, 2, 3, 4, 5, 256);
  }

  @Test
  void greatUnsignedNumbersAreRoundedOnce() throws IOException {
    NpyArray array =
        Npy.read(
            file("'descr': '<u8', 'fortran_order': False, 'shape': ()", 1, 4, 0, 0, 0, 0, 0, 128),
            "a");
    assertThat(array.value(0)).isEqualTo(Math.nextUp(0x1p63));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'descr': '|O', 'fortran_order': False, 'shape': (1,) ~ a pickle, which could run code",
        "'descr': '<c8', 'fortran_order': False, 'shape': (1,) ~ of type '<c8'",
        "'descr': '=i2', 'fortran_order': False, 'shape': (1,) ~ that of its machine",
        "'descr': [('a','<i2')], 'fortran_order': False, 'shape': (1,) ~ are structures",
        "'descr': '<i2', 'fortran_order': False, 'shape': (3,) ~ expected 6 for <i2 of shape (3,)",
        "'descr': '<i2', 'fortran_order': False, 'shape': (-1,) ~ whole numbers from 0",
        "'descr': '<i2', 'fortran_order': False, 'shape': (65536, 65536) ~ at most 2 GiB",
        "'descr': '<i2', 'fortran_order': False, 'shape': (4294967296, 4294967296) ~ at most 2 GiB",
        "'descr': '<i2', 'fortran_order': 0, 'shape': (1,) ~ expected True or False",
        "'descr': '<i2', 'shape': (1,) ~ expected descr, fortran_order and shape",
        "'descr': '<i2', 'descr': '<i2' ~ expected each key once",
        "'descr': exec('x') ~ expected a string"
      })
  void refusesInOneSentence(String members, String sentence) {
    assertThatThrownBy(() -> Npy.read(file(members, 1, 0), "bad"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("bad: ")
        .hasMessageContaining(sentence);
  }

  @Test
  void arraysByNameComeBackInTheirOrder() throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("W1", NpyArray.of(new float[] {1, 2}, 1, 2));
    arrays.put("b1", NpyArray.of(new double[] {3}, 1));
    Path file = directory.resolve("a.npz");
    try (OutputStream out = Files.newOutputStream(file)) {
      Npz.write(out, arrays);
    }
    Map<String, NpyArray> back = Npz.read(file);
    assertThat(back.keySet()).containsExactly("W1", "b1");
    assertThat(back.get("W1").toFloats()).containsExactly(1, 2);
    assertThatThrownBy(() -> Npz.read(file, 100))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("unpacked, the arrays have more than 100 bytes");
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("NUMPY") + 129;
    bytes[at] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("W1.npy: the CRC-32 of the member is");
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyArray.of(new float[3], 2, 2))
        .withMessageStartingWith("There are 3 values, but the shape is [2, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NpyArray.of(new float[] {0.5f}, 1).labels())
        .withMessageContaining("Element 0 is 0.5, no class");
  }

  @Test
  void whateverTheBytesAreTheyAreReadOrRefused() throws IOException {
    byte[] whole = written(NpyArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = Arrays.copyOf(whole, whole.length - (i % 3 == 0 ? random.nextInt(150) : 0));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int at = random.nextInt(Math.min(broken.length, 80));
        broken[at] = (byte) ("{}'(),:0123456789LTrue<>|".charAt(random.nextInt(25)));
      }
      try {
        Npy.read(broken, "mutated");
      } catch (MalformedFileException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(15_000, 20_000);
  }

  private static byte[] written(NpyArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, array);
    return out.toByteArray();
  }

  private static byte[] file(String members, int... data) {
    String header = "{" + members + "}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length());
    out.write(header.length() >>> 8);
    out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
    for (int b : data) {
      out.write(b);
    }
    return out.toByteArray();
  }
}
