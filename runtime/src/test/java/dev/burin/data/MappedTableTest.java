package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mapped table is the table in memory of the same numbers, to the last bit. */
class MappedTableTest {

  private static final int ROWS = 37;
  private static final int COLUMNS = 5;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void itHasTheBitsOfATableInMemory(MappedType type) throws IOException {
    Table memory = memory(type);
    MappedTable mapped = MappedTable.of(write(type, memory, 0), type, COLUMNS);
    same(mapped, memory);
    int[] rows = {3, 36, 0, 3};
    same(mapped.view(rows), memory.view(rows));
    same(mapped.select(rows), memory.select(rows));
    assertThat(mapped.select(rows)).hasSameClassAs(memory);
  }

  @ParameterizedTest
  @EnumSource
  void itMayBeginAnywhereAndHaveSomeColumns(MappedType type) throws IOException {
    Table memory = memory(type);
    MappedTable mapped = MappedTable.of(write(type, memory, 3), type, 3, ROWS, COLUMNS);
    same(mapped, memory);
    MappedTable part = mapped.columns(1, 4).columns(1, 3);
    assertThat(part.columns()).isEqualTo(2);
    float[] row = new float[2];
    for (int i = 0; i < ROWS; i++) {
      part.copyRow(i, row, 0);
      assertThat(row).containsExactly((float) memory.value(i, 2), (float) memory.value(i, 3));
      assertThat(part.value(i, 1)).isEqualTo(memory.value(i, 3));
    }
  }

  @Test
  void bytesHaveADivisor() throws IOException {
    ByteTable memory = (ByteTable) memory(MappedType.UNSIGNED_BYTE);
    Path file = write(MappedType.UNSIGNED_BYTE, memory, 0);
    MappedTable mapped = MappedTable.of(file, MappedType.UNSIGNED_BYTE, COLUMNS).over(255);
    same(mapped, new ByteTable(ROWS, COLUMNS, memory.bytes(), 255));
    assertThat(mapped).hasToString("MappedTable[37 x 5 / 255 of " + file + "]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapped.over(0))
        .withMessage("The divisor is 0, not 1 to 16777216.");
    MappedTable floats = MappedTable.of(write(MappedType.FLOAT, memory, 0), MappedType.FLOAT, 5);
    assertThatThrownBy(() -> floats.over(255)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFileOfAnotherLengthIsRefused() throws IOException {
    Path file = Files.write(directory.resolve("x"), new byte[41]);
    assertThatThrownBy(() -> MappedTable.of(file, MappedType.FLOAT, 5))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the file has 41 bytes; expected rows of 20 bytes, which are 5");
    assertThatThrownBy(() -> MappedTable.of(file, MappedType.FLOAT, 2, 2, 5))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("expected 2 rows of 5 elements of 4 bytes from byte 2 on.");
    assertThatThrownBy(() -> MappedTable.of(file, MappedType.DOUBLE, 0, 1 << 30, 1 << 30))
        .isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> MappedTable.of(directory, MappedType.FLOAT, 5))
        .isInstanceOf(MalformedFileException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MappedTable.of(file, MappedType.FLOAT, 0))
        .withMessageContaining("1 or more columns");
    MappedTable table = MappedTable.of(file, MappedType.FLOAT, 1, 2, 5);
    assertThatThrownBy(() -> table.value(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.copyRow(-1, new float[5], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.copyRow(0, new double[5], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.columns(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Table memory(MappedType type) {
    Random random = new Random(7);
    int n = ROWS * COLUMNS;
    return switch (type) {
      case FLOAT -> {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
          values[i] = (float) random.nextGaussian();
        }
        yield new FloatTable(ROWS, COLUMNS, values);
      }
      case DOUBLE -> new DoubleTable(ROWS, COLUMNS, random.doubles(n).toArray());
      case UNSIGNED_BYTE -> {
        byte[] bytes = new byte[n];
        random.nextBytes(bytes);
        yield new ByteTable(ROWS, COLUMNS, bytes, 1);
      }
    };
  }

  private Path write(MappedType type, Table table, int before) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(before + ROWS * COLUMNS * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(before);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      double value = table.value(i / COLUMNS, i % COLUMNS);
      switch (type) {
        case FLOAT -> bytes.putFloat((float) value);
        case DOUBLE -> bytes.putDouble(value);
        case UNSIGNED_BYTE -> bytes.put((byte) (int) value);
      }
    }
    return Files.write(directory.resolve("table-" + type + before), bytes.array());
  }

  private static void same(Table one, Table other) {
    assertThat(one.rows()).isEqualTo(other.rows());
    assertThat(one.columns()).isEqualTo(other.columns());
    float[][] floats = new float[2][other.columns() + 1];
    double[][] doubles = new double[2][other.columns() + 1];
    for (int i = 0; i < other.rows(); i++) {
      one.copyRow(i, floats[0], 1);
      other.copyRow(i, floats[1], 1);
      assertThat(floats[0]).isEqualTo(floats[1]);
      one.copyRow(i, doubles[0], 1);
      other.copyRow(i, doubles[1], 1);
      assertThat(doubles[0]).isEqualTo(doubles[1]);
      assertThat(one.value(i, 2)).isEqualTo(other.value(i, 2));
    }
  }
}
