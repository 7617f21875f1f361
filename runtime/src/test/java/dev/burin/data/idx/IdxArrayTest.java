package dev.burin.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdxArrayTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void everyTypeIsReadPlainAndPacked(IdxType type) throws IOException {
    double[] wanted =
        switch (type) {
          case UNSIGNED_BYTE -> new double[] {0, 1, 127, 128, 200, 255};
          case BYTE -> new double[] {0, 1, 127, -128, -1, 5};
          case SHORT -> new double[] {0, 1, 32767, -32768, -1, 258};
          case INT -> new double[] {0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 16909060};
          case FLOAT -> new double[] {0, 0.1f, Float.MAX_VALUE, -Float.MIN_VALUE, -1, 2.5};
          case DOUBLE -> new double[] {0, 0.1, Double.MAX_VALUE, -Double.MIN_VALUE, -1, 2.5};
        };
    byte[] bytes = file(type, wanted, 2, 3);
    for (byte[] written : new byte[][] {bytes, IdxFiles.gzip(bytes), members(bytes)}) {
      IdxArray array = IdxReader.read(write(written));
      assertThat(array.type()).isEqualTo(type);
      assertThat(array.shape()).containsExactly(2, 3);
      assertThat(array.size()).isEqualTo(6);
      double[] row = new double[3];
      for (int i = 0; i < 2; i++) {
        array.table().copyRow(i, row, 0);
        assertThat(row).containsExactly(Arrays.copyOfRange(wanted, 3 * i, 3 * i + 3));
        assertThat(array.value(3 * i + 1)).isEqualTo(wanted[3 * i + 1]);
      }
      switch (type) {
        case UNSIGNED_BYTE -> assertThat(array.table()).isInstanceOf(ByteTable.class);
        case FLOAT -> assertThat(array.table()).isInstanceOf(FloatTable.class);
        case BYTE, SHORT, INT, DOUBLE -> assertThat(array.table()).isInstanceOf(DoubleTable.class);
      }
    }
    assertThat(IdxReader.read(write(bytes))).hasToString("IdxArray[" + type + " 2 x 3]");
  }

  @Test
  void whatIsNotExactlyTheFileIsRefused() throws IOException {
    byte[] ints = file(IdxType.INT, new double[] {1, 2, 3}, 3);
    refused(IdxFiles.join(ints, new byte[1]), "declares 3 x 4 = 12 bytes, but 13 follow it");
    refused(
        IdxFiles.gzip(IdxFiles.join(ints, new byte[1])),
        "declares 3 x 4 = 12 bytes, but more follow; expected the file to end there.");
    refused(
        IdxFiles.join(IdxFiles.gzip(ints), new byte[] {1}),
        "the gzip file goes on after the end of the compressed data");
    refused(Arrays.copyOf(ints, ints.length - 1), "declares 3 x 4 = 12 bytes, but 11 follow it");
    refused(IdxFiles.file(0x0a01, new int[] {1}, new byte[1]), "the elements are of type 0x0a");
    refused(IdxFiles.file(0x0800, new int[0], new byte[0]), "the number of dimensions is 0");
    refused(IdxFiles.file(0x0e02, new int[] {1 << 20, 1 << 10}, new byte[9]), "2147483639");
    assertThatThrownBy(() -> IdxReader.read(write(IdxFiles.gzip(ints)), 11))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("12 bytes, more than the limit of 11");
  }

  private void refused(byte[] bytes, String sentence) throws IOException {
    Path file = write(bytes);
    assertThatThrownBy(() -> IdxReader.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(sentence);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("array"), bytes);
  }

  /** The same bytes as two members of one gzip file. */
  private static byte[] members(byte[] bytes) {
    return IdxFiles.join(
        IdxFiles.gzip(Arrays.copyOf(bytes, 5)),
        IdxFiles.gzip(Arrays.copyOfRange(bytes, 5, bytes.length)));
  }

  private static byte[] file(IdxType type, double[] values, int... dimensions) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes());
    for (double value : values) {
      switch (type) {
        case UNSIGNED_BYTE, BYTE -> bytes.put((byte) (int) value);
        case SHORT -> bytes.putShort((short) value);
        case INT -> bytes.putInt((int) value);
        case FLOAT -> bytes.putFloat((float) value);
        case DOUBLE -> bytes.putDouble(value);
      }
    }
    return IdxFiles.file(type.code() << 8 | dimensions.length, dimensions, bytes.array());
  }
}
