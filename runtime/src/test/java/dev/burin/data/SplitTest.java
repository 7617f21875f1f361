package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SplitTest {

  /** 150 samples in three classes, one after the other, as iris comes. */
  private static Dataset sorted() {
    int[] labels = new int[150];
    float[] x = new float[150];
    for (int i = 0; i < 150; i++) {
      labels[i] = i / 50;
      x[i] = i;
    }
    return new Dataset(new FloatTable(150, 1, x), Labels.of(labels).oneHot(3));
  }

  private static double[] column(Table table) {
    double[] column = new double[table.rows()];
    for (int i = 0; i < column.length; i++) {
      column[i] = table.value(i, 0);
    }
    return column;
  }

  @Test
  void aSplitShufflesFromSeedOneUnlessToldOtherwise() {
    Split split = sorted().split(0.8);
    Split seeded = sorted().split(0.8, 1);
    assertThat(column(split.train().features())).isEqualTo(column(seeded.train().features()));
    assertThat(column(split.test().features())).isEqualTo(column(seeded.test().features()));
    assertThat(Classes.counts(split.test().targets())).doesNotContain(0);
    assertThat(Classes.counts(split.train().targets())).doesNotContain(0);
    assertThat(split.warnings()).isEmpty();
    assertThat(column(split.test().features()))
        .isNotEqualTo(column(sorted().split(0.8, 2).test().features()));
  }

  @Test
  void inOrderKeepsTheOrderAndWarnsOfAMissingClass() {
    Split split = sorted().inOrder().split(0.6);
    List<String> logged = LogOf.warnings(() -> sorted().inOrder().split(0.6));
    assertThat(column(split.train().features())).isSorted().hasSize(90);
    assertThat(split.warnings())
        .containsExactly(
            "The training part has no sample of class 2; the test part has 50:"
                + " split(fraction, seed) shuffles before it splits, and larger parts miss fewer"
                + " classes.",
            "The test part has no sample of class 0; the training part has 50:"
                + " split(fraction, seed) shuffles before it splits, and larger parts miss fewer"
                + " classes.");
    assertThat(logged).isEqualTo(split.warnings());
  }

  @Test
  void aLogThatFailsIsNoReasonToHaveNoParts() {
    Logger logger = Logger.getLogger("dev.burin");
    Handler broken =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            throw new IllegalStateException("The log is broken.");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(broken);
    try {
      assertThat(sorted().inOrder().split(0.6).warnings()).hasSize(2);
    } finally {
      logger.removeHandler(broken);
    }
  }

  @Test
  void aSingleColumnOfZeroAndOneHasTwoClasses() {
    Table binary = Labels.of(0, 0, 0, 1).binary();
    Split split = new Dataset(new FloatTable(4, 1, new float[4]), binary).inOrder().split(0.75);
    assertThat(split.warnings()).hasSize(2);
  }

  @Test
  void otherTargetsHaveNoClasses() {
    FloatTable x = new FloatTable(4, 1, new float[4]);
    for (Table y :
        List.of(
            new FloatTable(4, 1, new float[] {0, 0, 0.5f, 1}),
            new FloatTable(4, 2, new float[] {0, 0, 0, 0, 0, 1, 1, 0}),
            new FloatTable(4, 2, new float[] {0.5f, 0.5f, 1, 0, 0, 1, 1, 0}),
            new FloatTable(4, 2, new float[] {1, 1, 1, 0, 0, 1, 1, 0}))) {
      assertThat(new Dataset(x, y).inOrder().split(0.5).warnings()).isEmpty();
    }
  }

  @Test
  void aLongListOfClassesIsCutShort() {
    int[] labels = new int[40];
    Arrays.setAll(labels, i -> i / 2);
    Dataset data = new Dataset(new FloatTable(40, 1, new float[40]), Labels.of(labels).oneHot(20));
    assertThat(data.inOrder().split(0.5).warnings().getFirst())
        .startsWith(
            "The training part has no sample of class 10, 11, 12, 13, 14, 15, 16, 17 and 2 more;"
                + " the test part has 20:");
  }

  @Test
  void partsOfOtherShapesAreNotCompared() {
    Dataset three = sorted();
    Dataset two = new Dataset(three.features(), new FloatTable(150, 1, new float[150]));
    assertThat(new Split(three, two).warnings()).isEmpty();
  }

  @Test
  void refusesFractionsInOrderToo() {
    assertThatThrownBy(() -> sorted().inOrder().split(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not between 0 and 1");
    assertThatThrownBy(() -> sorted().inOrder().split(0.001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves one part empty");
  }
}
