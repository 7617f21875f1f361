package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  /** The numbers 0 to 11 in three rows of four, in each kind of table. */
  static Stream<Table> tables() {
    float[] floats = new float[12];
    double[] doubles = new double[12];
    byte[] bytes = new byte[12];
    for (int i = 0; i < 12; i++) {
      floats[i] = i;
      doubles[i] = i;
      bytes[i] = (byte) i;
    }
    return Stream.of(
        new FloatTable(3, 4, floats),
        new DoubleTable(3, 4, doubles),
        new ByteTable(3, 4, bytes, 1));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void valuesAreRowMajor(Table table) {
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.columns()).isEqualTo(4);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(table.value(row, column)).isEqualTo(4 * row + column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void copiesARowAndNothingElse(Table table) {
    float[] floats = {-1, -1, -1, -1, -1, -1};
    double[] doubles = {-1, -1, -1, -1, -1, -1};

    table.copyRow(2, floats, 1);
    table.copyRow(2, doubles, 1);

    assertThat(floats).containsExactly(-1, 8, 9, 10, 11, -1);
    assertThat(doubles).containsExactly(-1, 8, 9, 10, 11, -1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void selectsRowsInOrderAndRepeatedly(Table table) {
    Table selected = table.select(new int[] {2, 0, 2, 2});

    assertThat(selected).hasSameClassAs(table);
    assertThat(selected.rows()).isEqualTo(4);
    assertThat(selected.columns()).isEqualTo(4);
    assertThat(selected.value(0, 0)).isEqualTo(8);
    assertThat(selected.value(1, 3)).isEqualTo(3);
    assertThat(selected.value(3, 1)).isEqualTo(9);
    assertThat(table.select(new int[0]).rows()).isZero();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void refusesCellsThatAreNotThere(Table table) {
    assertThatThrownBy(() -> table.value(3, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The row is 3, but there are 3, counted from 0.");
    assertThatThrownBy(() -> table.value(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.value(0, 4))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The column is 4, but the table has 4, counted from 0.");
    assertThatThrownBy(() -> table.value(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.select(new int[] {0, 3}))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Place 1 of the order names row 3, but there are 3, counted from 0.");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void refusesRowsThatDoNotFitAndLeavesTheArrayAlone(Table table) {
    float[] floats = new float[5];
    double[] doubles = new double[5];
    for (int at : new int[] {-1, 2, 5, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> table.copyRow(1, floats, at))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("A row of 4 values does not fit into an array of 5 from place %d on.", at);
      assertThatThrownBy(() -> table.copyRow(1, doubles, at))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> table.copyRow(3, floats, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.copyRow(-1, doubles, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(floats).containsOnly(0);
    assertThat(doubles).containsOnly(0);
  }

  @Test
  void refusesShapesThatTheArrayDoesNotHave() {
    assertThatThrownBy(() -> new FloatTable(2, 3, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The array holds 5 values, but a table of 2 x 3 needs exactly 6.");
    assertThatThrownBy(() -> new DoubleTable(2, 3, new double[7]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ByteTable(1 << 16, 1 << 16, new byte[0], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4294967296");
    assertThatThrownBy(() -> new FloatTable(0, 0, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A table needs 0 or more rows and 1 or more columns, not 0 x 0.");
    assertThatThrownBy(() -> new FloatTable(-1, 1, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSelectionsThatNoArrayCanHold() {
    Table wide = new ByteTable(1, 1 << 20, new byte[1 << 20], 1);

    assertThatThrownBy(() -> wide.select(new int[1 << 11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A table of 2048 x 1048576 has 2147483648 values, more than one array can hold.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 255, 256, 1 << 24})
  void bytesAreUnsignedAndDividedInThePrecisionAskedFor(int divisor) {
    byte[] all = new byte[256];
    for (int b = 0; b < 256; b++) {
      all[b] = (byte) b;
    }
    ByteTable table = new ByteTable(1, 256, all, divisor);
    float[] floats = new float[256];
    double[] doubles = new double[256];

    table.copyRow(0, floats, 0);
    table.copyRow(0, doubles, 0);

    for (int b = 0; b < 256; b++) {
      assertThat(floats[b]).isEqualTo((float) b / (float) divisor);
      assertThat(doubles[b]).isEqualTo((double) b / (double) divisor);
      assertThat(table.value(0, b)).isEqualTo((double) b / (double) divisor);
    }
    assertThat(table.select(new int[] {0}).divisor()).isEqualTo(divisor);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, (1 << 24) + 1, Integer.MIN_VALUE})
  void refusesDivisorsOutOfRange(int divisor) {
    assertThatThrownBy(() -> new ByteTable(1, 1, new byte[1], divisor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The divisor is %d, not 1 to 16777216.", divisor);
  }

  @Test
  void doublesAreRoundedToFloat() {
    float[] floats = new float[2];

    new DoubleTable(1, 2, new double[] {0.1, 1e300}).copyRow(0, floats, 0);

    assertThat(floats).containsExactly(0.1f, Float.POSITIVE_INFINITY);
  }
}
