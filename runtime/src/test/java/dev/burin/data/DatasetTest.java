package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

  /** Sample i has the features 10i and 10i + 1 and the target i. */
  private static Dataset samples(int n) {
    float[] x = new float[2 * n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = 10 * i;
      x[2 * i + 1] = 10 * i + 1;
      y[i] = i;
    }
    return new Dataset(new FloatTable(n, 2, x), new DoubleTable(n, 1, y));
  }

  /** The numbers of the samples, after a check that features and targets are still together. */
  private static int[] numbers(Dataset data) {
    int[] numbers = new int[data.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) data.targets().value(i, 0);
      assertThat(data.features().value(i, 0)).isEqualTo(10 * numbers[i]);
      assertThat(data.features().value(i, 1)).isEqualTo(10 * numbers[i] + 1);
    }
    return numbers;
  }

  @Test
  void refusesTablesOfDifferentHeight() {
    assertThatThrownBy(() -> new Dataset(samples(3).features(), samples(2).targets()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The features have 3 rows and the targets 2; each sample needs a row in both.");
  }

  @Test
  void viewsSamplesWhole() {
    assertThat(numbers(samples(5).view(new int[] {4, 0, 4}))).containsExactly(4, 0, 4);
    assertThat(numbers(samples(5).take(3))).containsExactly(0, 1, 2);
    assertThat(numbers(samples(5).take(5))).containsExactly(0, 1, 2, 3, 4);
    assertThat(numbers(samples(5).take(0))).isEmpty();
    assertThat(numbers(samples(5).range(2, 4))).containsExactly(2, 3);
    assertThat(numbers(samples(5).range(5, 5))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "3,2", "0,6", "6,6"})
  void refusesRangesOutside(int from, int to) {
    assertThatThrownBy(() -> samples(5).range(from, to))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("There are 5 samples, so %d to %d (exclusive) is no range of them.", from, to);
  }

  @Test
  void shufflesAsSpecified() {
    assertThat(numbers(samples(100).shuffled(9))).isEqualTo(Shuffle.permutation(100, 9));
  }

  @ParameterizedTest
  @CsvSource({"10,0.8,8", "10,0.75,8", "10,0.74,7", "100,0.29,29", "2,0.5,1", "3,0.5,2"})
  void splitsInOrder(int n, double fraction, int train) {
    Split split = samples(n).inOrder().split(fraction);

    assertThat(split.train().size()).isEqualTo(train);
    assertThat(numbers(split.train())).isEqualTo(numbers(samples(n).range(0, train)));
    assertThat(numbers(split.test())).isEqualTo(numbers(samples(n).range(train, n)));
  }

  @Test
  void splitsShuffled() {
    Split split = samples(50).split(0.6, 4);
    Split expected = samples(50).shuffled(4).inOrder().split(0.6);

    assertThat(numbers(split.train())).isEqualTo(numbers(expected.train())).hasSize(30);
    assertThat(numbers(split.test())).isEqualTo(numbers(expected.test())).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
  void refusesFractionsOutOfRange(double fraction) {
    assertThatThrownBy(() -> samples(10).split(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The fraction of the training part is %s, not between 0 and 1.", fraction);
  }

  @ParameterizedTest
  @CsvSource({"10,0.04", "10,0.96", "1,0.5", "0,0.5"})
  void refusesSplitsWithAnEmptyPart(int n, double fraction) {
    assertThatThrownBy(() -> samples(n).split(fraction, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves one part empty");
  }

  @Test
  void copiesMiniBatches() {
    int[] order = {3, 1, 0, 2, 3};
    float[] x = {-1, -1, -1, -1, -1};
    float[] y = {-1, -1, -1};
    double[] dx = {-1, -1, -1, -1, -1};
    double[] dy = {-1, -1, -1};

    samples(4).copy(order, 3, 2, x, y);
    samples(4).copy(order, 1, 2, dx, dy);

    assertThat(x).containsExactly(20, 21, 30, 31, -1);
    assertThat(y).containsExactly(2, 3, -1);
    assertThat(dx).containsExactly(10, 11, 0, 1, -1);
    assertThat(dy).containsExactly(1, 0, -1);
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,-1", "0,5", "4,1", "2,3", "1,2147483647"})
  void refusesBatchesOutsideTheOrder(int from, int count) {
    assertThatThrownBy(() -> samples(4).copy(new int[4], from, count, new float[99], new float[99]))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage(
            "The batch starts at place %d and has %d rows, but the order has 4 places.",
            from, count);
    assertThatThrownBy(
            () -> samples(4).copy(new int[4], from, count, new double[99], new double[99]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesBadBatchesBeforeCopying() {
    float[] x = new float[8];
    float[] y = new float[4];
    double[] dx = new double[8];
    double[] dy = new double[4];

    assertThatThrownBy(() -> samples(4).copy(new int[] {3, 2, 4}, 0, 3, x, y))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Place 2 of the order names row 4, but there are 4, counted from 0.");
    assertThatThrownBy(() -> samples(4).copy(new int[] {3, 2, -1}, 0, 3, dx, dy))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> samples(4).copy(new int[] {1, 2, 3, 1, 2}, 0, 5, x, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The array of features holds 8 values, but 5 rows of 2 need 10.");
    assertThatThrownBy(() -> samples(4).copy(new int[] {1, 2, 3}, 0, 3, dx, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The array of targets holds 2 values, but 3 rows of 1 need 3.");
    assertThat(x).containsOnly(0);
    assertThat(dx).containsOnly(0);
  }
}
