package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layout, every type, and what was never written; the README beside the files says more. */
class Hdf5NumbersTest {

  @TempDir private Path directory;

  private Path file(String name) throws IOException {
    return Files.write(directory.resolve(name), Hdf5Files.bytes(name));
  }

  @ParameterizedTest
  @CsvSource({
    "old.h5, tree single",
    "new.h5, fixed extensible swapped tree single",
    "checked.h5, fixed extensible swapped tree single",
    "more.h5, implicit growing edges compact contiguous",
    "narrow.h5, g/x g/y"
  })
  void readsEveryLayout(String name, String sets) throws IOException {
    double[] expected = IntStream.range(0, 30).asDoubleStream().toArray();
    for (String set : sets.split(" ", -1)) {
      DoubleTable doubles = Hdf5.doubles(file(name), set);
      assertThat(doubles.rows()).as(set).isEqualTo(5);
      assertThat(doubles.values()).as(set).isEqualTo(expected);
      float[] floats = Hdf5.floats(file(name), set).values();
      assertThat(IntStream.range(0, 30).mapToDouble(i -> floats[i]).toArray()).isEqualTo(expected);
    }
  }

  @Test
  void findsLinksThatAreTooManyForAHeader() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(Hdf5.doubles(file("more.h5"), "dense" + i).columns())
          .isEqualTo(Math.min(i + 1, 6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"})
  void readsEveryTypeOfNumbersInBothOrders(String type) throws IOException {
    double five = type.startsWith("u") ? 5 : -5;
    for (String order : new String[] {"le", "be"}) {
      assertThat(Hdf5.doubles(file("types.h5"), order + type).values())
          .containsExactly(1, 2, 3, 4, five, 100);
      assertThat(Hdf5.floats(file("types.h5"), order + type).values())
          .containsExactly(1, 2, 3, 4, (float) five, 100);
    }
  }

  @Test
  void readsEnumerationsAsTheNumbersBehindThem() throws IOException {
    assertThat(Hdf5.labels(file("values.h5"), "bool").toArray()).containsExactly(0, 1, 0, 0, 1);
    assertThat(Hdf5.labels(file("values.h5"), "enum").toArray()).containsExactly(0, 200, 7);
    assertThat(Hdf5.bytes(file("values.h5"), "enum", 1).value(1, 0)).isEqualTo(200);
  }

  @Test
  void readsATypeThatHasAName() throws IOException {
    assertThat(Hdf5.labels(file("values.h5"), "of named").toArray()).containsExactly(1, 2, 60000);
  }

  @Test
  void readsArraysOfNothing() throws IOException {
    ByteTable none = Hdf5.bytes(file("values.h5"), "none", 255);
    assertThat(none.rows()).isZero();
    assertThat(none.columns()).isEqualTo(12);
    assertThat(Hdf5.labels(file("values.h5"), "no labels").size()).isZero();
    Path file = file("values.h5");
    assertThatThrownBy(() -> Hdf5.bytes(file, "no columns", 255))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": no columns is [3, 0]: a row of it has no numbers.");
  }

  @Test
  void givesTheFillValueWhereNothingWasWritten() throws IOException {
    byte[] nines = new byte[12];
    Arrays.fill(nines, (byte) 9);
    assertThat(Hdf5.bytes(file("values.h5"), "nines", 1).bytes()).isEqualTo(nines);
    assertThat(Hdf5.bytes(file("values.h5"), "zeros", 1).bytes()).isEqualTo(new byte[12]);
    double[] holes = new double[30];
    for (int i = 0; i < 30; i++) {
      holes[i] = i / 6 / 2 == 1 && i % 6 < 4 ? 1 : 2.5;
    }
    assertThat(Hdf5.doubles(file("values.h5"), "holes").values()).isEqualTo(holes);
    assertThat(Hdf5.labels(file("values.h5"), "grown").toArray()).containsExactly(0, 1, 2, 0, 0, 0);
    assertThat(Hdf5.labels(file("values.h5"), "shrunk").toArray()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void readsPagesOfAnIndexThatHasHoles() throws IOException {
    for (String set : new String[] {"extensible 150000 140000", "fixed 1500 1200"}) {
      String[] words = set.split(" ", -1);
      byte[] expected = new byte[Integer.parseInt(words[1])];
      Arrays.fill(expected, (byte) 7);
      int ones = Integer.parseInt(words[2]);
      Arrays.fill(expected, ones, ones + 2, (byte) 1);
      assertThat(Hdf5.bytes(file("pages.h5"), words[0], 1).bytes()).isEqualTo(expected);
    }
  }

  @Test
  void roundsToFloatsButNotToDoublesOrInfinity() throws IOException {
    Path file = file("values.h5");
    assertThat(Hdf5.floats(file, "huge").values()).containsExactly(0, 0x1p63f, 0x1p64f);
    assertThat(Hdf5.doubles(file, "deep").values())
        .containsExactly(1e39, Double.NEGATIVE_INFINITY, Double.NaN);
    assertThatThrownBy(() -> Hdf5.floats(file, "deep"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            file + ": Number 0 of deep is 1.0E39, too large for a float; read it as doubles.");
    assertThatThrownBy(() -> Hdf5.doubles(file, "huge"))
        .hasMessageContaining("Number 1 of huge is 9223372036854775808, which a double cannot");
    assertThatThrownBy(() -> Hdf5.doubles(file, "past 2^53"))
        .hasMessageContaining("Number 1 of past 2^53 is -9007199254740993, which a double cannot");
  }
}
