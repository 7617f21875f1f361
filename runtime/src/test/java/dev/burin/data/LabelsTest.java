package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Labels DIGITS = Labels.of(5, 8, 1, 8, 0, 5);

  @Test
  void keepsACopy() {
    int[] given = {1, 2};
    Labels labels = Labels.of(given);
    given[0] = 9;
    labels.toArray()[1] = 9;

    assertThat(labels.toArray()).containsExactly(1, 2);
    assertThat(labels.get(1)).isEqualTo(2);
    assertThat(labels.size()).isEqualTo(2);
  }

  @Test
  void bytesAreUnsigned() {
    assertThat(Labels.ofUnsigned(new byte[] {0, 127, -128, -1}).toArray())
        .containsExactly(0, 127, 128, 255);
  }

  @Test
  void refusesNegativeLabels() {
    assertThatThrownBy(() -> Labels.of(0, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The label of sample 2 is -1, not 0 or more.");
  }

  @Test
  void countsClasses() {
    assertThat(DIGITS.counts(9)).containsExactly(1, 1, 0, 0, 0, 2, 0, 0, 2);
    assertThatThrownBy(() -> DIGITS.counts(8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The label of sample 1 is 8, but with 8 classes labels are 0 to 7;"
                + " renumbered(..) counts classes from 0.");
    assertThatThrownBy(() -> DIGITS.counts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of classes is 0, not 1 to 2147483639.");
  }

  @Test
  void keepsTheRowsOfChosenClasses() {
    assertThat(DIGITS.rowsOf(5, 8)).containsExactly(0, 1, 3, 5);
    assertThat(DIGITS.rowsOf(8, 5)).containsExactly(0, 1, 3, 5);
    assertThat(DIGITS.rowsOf(7)).isEmpty();
    assertThat(DIGITS.rowsOf()).isEmpty();
  }

  @Test
  void renumbersInTheOrderGiven() {
    Labels kept = DIGITS.select(DIGITS.rowsOf(5, 8));

    assertThat(kept.renumbered(5, 8).toArray()).containsExactly(0, 1, 1, 0);
    assertThat(kept.renumbered(8, 5).toArray()).containsExactly(1, 0, 0, 1);
    assertThat(kept.renumbered(3, 8, 5).toArray()).containsExactly(2, 1, 1, 2);
  }

  @Test
  void refusesToRenumberOtherClasses() {
    assertThatThrownBy(() -> DIGITS.renumbered(5, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The label of sample 2 is 1, which is none of the classes [5, 8]; "
                + "select their rows first.");
    assertThatThrownBy(() -> DIGITS.renumbered(5, 8, 1, 0, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The class 8 is named twice in [5, 8, 1, 0, 8].");
    assertThatThrownBy(() -> DIGITS.rowsOf(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSamplesThatAreNotThere() {
    assertThatThrownBy(() -> DIGITS.get(6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> DIGITS.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> DIGITS.select(new int[] {6}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void oneHotHasOneOneInEachRow() {
    Table hot = DIGITS.oneHot(9);

    assertThat(hot.rows()).isEqualTo(6);
    assertThat(hot.columns()).isEqualTo(9);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 9; j++) {
        assertThat(hot.value(i, j)).isEqualTo(j == DIGITS.get(i) ? 1 : 0);
      }
    }
    assertThatThrownBy(() -> DIGITS.oneHot(8)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void binaryIsOneColumn() {
    Table column = Labels.of(0, 1, 1).binary();
    float[] copied = new float[3];
    for (int i = 0; i < 3; i++) {
      column.copyRow(i, copied, i);
    }

    assertThat(column.columns()).isEqualTo(1);
    assertThat(copied).containsExactly(0, 1, 1);
    assertThatThrownBy(() -> Labels.of(0, 2).binary())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The label of sample 1 is 2, but with 2 classes labels are 0 to 1;"
                + " renumbered(..) counts classes from 0.");
  }
}
