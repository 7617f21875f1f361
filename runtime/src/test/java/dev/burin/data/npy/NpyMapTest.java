package dev.burin.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.MappedTable;
import dev.burin.data.Table;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyMapTest {

  @TempDir Path directory;

  @Test
  void aMappedArrayHasTheNumbersOfOneThatIsRead() throws IOException {
    for (NpyArray array :
        new NpyArray[] {
          NpyArray.of(new float[] {1, -2.5f, 3, 4, 5, 6}, 3, 2),
          NpyArray.of(new double[] {Math.PI, 2, 3, 4}, 2, 1, 2),
          NpyArray.ofUnsigned(new byte[] {-1, 3, 7}, 3)
        }) {
      Path file = write(array);
      Table read = Npy.read(file).table();
      MappedTable mapped = Npy.map(file);
      assertThat(mapped.rows()).isEqualTo(read.rows());
      assertThat(mapped.columns()).isEqualTo(read.columns());
      for (int i = 0; i < read.rows(); i++) {
        for (int j = 0; j < read.columns(); j++) {
          assertThat(mapped.value(i, j)).isEqualTo(read.value(i, j));
        }
      }
    }
  }

  @Test
  void whatCannotBeMappedIsRefused() throws IOException {
    Path ints = write(NpyArray.of(new int[] {1, 2}, 2));
    assertThatThrownBy(() -> Npy.map(ints))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the elements are i4; expected f4, f8 or u1");
    byte[] floats = Files.readAllBytes(write(NpyArray.of(new float[] {1, 2}, 2)));
    Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(floats, floats.length - 1));
    assertThatThrownBy(() -> Npy.map(cut))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("7 bytes follow the header; expected 8");
    floats[index(floats, '<')] = '>';
    Path big = Files.write(directory.resolve("big"), floats);
    assertThatThrownBy(() -> Npy.map(big))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the elements are f4, big-endian");
    Path one = write(NpyArray.of(new double[] {1}));
    assertThatThrownBy(() -> Npy.map(one))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the shape is (); expected rows of 1 to");
  }

  private static int index(byte[] bytes, char wanted) {
    int at = 0;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private Path write(NpyArray array) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Npy.write(bytes, array);
    return Files.write(directory.resolve("array.npy"), bytes.toByteArray());
  }
}
