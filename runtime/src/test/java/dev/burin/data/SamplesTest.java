package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Samples that no table holds, and views of samples. */
class SamplesTest {

  /** Sample i of 6 has the inputs 10i and 10i + 1 and the target i. */
  private static final class Counted implements Samples {

    @Override
    public int size() {
      return 6;
    }

    @Override
    public int inputs() {
      return 2;
    }

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public SampleWeights weights() {
      return SampleWeights.of(1, 2, 3, 4, 5, 6);
    }

    @Override
    public void copy(int[] rows, int from, int count, float[] x, int xAt, float[] y, int yAt) {
      for (int i = 0; i < count; i++) {
        x[xAt + 2 * i] = 10 * rows[from + i];
        x[xAt + 2 * i + 1] = 10 * rows[from + i] + 1;
        y[yAt + i] = rows[from + i];
      }
    }

    @Override
    public void copy(int[] rows, int from, int count, double[] x, int xAt, double[] y, int yAt) {
      for (int i = 0; i < count; i++) {
        x[xAt + 2 * i] = 10 * rows[from + i];
        x[xAt + 2 * i + 1] = 10 * rows[from + i] + 1;
        y[yAt + i] = rows[from + i];
      }
    }
  }

  private static Dataset dataset() {
    float[] x = new float[12];
    float[] y = new float[6];
    new Counted().copy(Shuffle.identity(6), 0, 6, x, y);
    return new Dataset(
        new FloatTable(6, 2, x), new FloatTable(6, 1, y), SampleWeights.of(1, 2, 3, 4, 5, 6));
  }

  @Test
  void viewsOfViewsNameTheSamplesBelow() {
    for (Samples samples : new Samples[] {new Counted(), dataset()}) {
      Samples view = samples.view(new int[] {5, 3, 3, 1}).view(new int[] {3, 0, 1});
      float[] x = new float[7];
      float[] y = new float[4];
      view.copy(new int[] {9, 2, 0, 1}, 1, 3, x, 1, y, 1);
      assertThat(x).containsExactly(0, 30, 31, 10, 11, 50, 51);
      assertThat(y).containsExactly(0, 3, 1, 5);
      double[] dx = new double[2];
      double[] dy = new double[1];
      view.copy(new int[] {1}, 0, 1, dx, dy);
      assertThat(dx).containsExactly(50, 51);
      assertThat(dy).containsExactly(5);
      assertThat(view.weights()).isEqualTo(SampleWeights.of(2, 6, 4));
      assertThat(view.size()).isEqualTo(3);
    }
  }

  @Test
  void aViewIsNoCopy() {
    float[] x = {1, 2, 3};
    Dataset data = new Dataset(new FloatTable(3, 1, x), new FloatTable(3, 1, new float[3]));
    int[] rows = {2, 0};
    Dataset view = data.view(rows);
    rows[0] = 1;
    x[2] = 7;
    assertThat(view.features().value(0, 0)).isEqualTo(7);
    assertThat(view.shuffled(1).features().toString())
        .isEqualTo("TableView[2 rows of FloatTable[3 x 1]]");
    assertThat(((FloatTable) view.features().select(new int[] {1, 0})).values())
        .containsExactly(1, 7);
  }

  @Test
  void viewsRefuseRowsThatAreNotThere() {
    for (Samples samples : new Samples[] {new Counted(), dataset()}) {
      assertThatThrownBy(() -> samples.view(new int[] {0, 6}))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("Place 1 of the order names row 6, but there are 6, counted from 0.");
      Samples view = samples.view(new int[] {4});
      assertThatThrownBy(() -> view.copy(new int[] {1}, 0, 1, new float[2], new float[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> view.copy(new int[] {0}, 0, 1, new float[3], 2, new float[1], 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The array of features holds 3 values and is filled from place 2 on, but 1 rows of 2"
                  + " need 2.");
    }
  }

  @Test
  void joinedSamplesLieOneBelowTheOther() {
    Dataset all = dataset();
    Dataset joined = all.view(new int[] {4, 5}).and(all.take(1)).and(all.view(new int[] {2}));
    assertThat(joined.size()).isEqualTo(4);
    assertThat(joined.weights()).isEqualTo(SampleWeights.of(5, 6, 1, 3));
    double[] x = new double[8];
    double[] y = new double[4];
    joined.copy(Shuffle.identity(4), 0, 4, x, y);
    assertThat(y).containsExactly(4, 5, 0, 2);
    assertThat(x).containsExactly(40, 41, 50, 51, 0, 1, 20, 21);
    assertThat(joined.features().value(3, 1)).isEqualTo(21);
    assertThat(((DoubleTable) joined.targets().select(new int[] {3, 0})).values())
        .containsExactly(2, 4);
    assertThatThrownBy(() -> joined.features().value(4, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () ->
                all.and(
                    new Dataset(
                        new FloatTable(1, 3, new float[3]), new FloatTable(1, 1, new float[1]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The features have 2 columns and those to be added 3; both need as many.");
    assertThatThrownBy(() -> all.and(new Dataset(all.features(), all.targets())))
        .hasMessageStartingWith("Only one of both parts has weights");
  }

  @Test
  void balancedWeightsLetClassesCountTheSame() {
    Dataset data =
        new Dataset(
                new FloatTable(4, 1, new float[4]),
                new FloatTable(4, 3, new float[] {1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0}))
            .balanced();
    // 4 / (2 classes that have samples x 3 or 1 samples)
    assertThat(data.weights()).isEqualTo(SampleWeights.of(4.0 / 6, 4.0 / 6, 2, 4.0 / 6));
    assertThat(data.shuffled(1).weights().size()).isEqualTo(4);
  }

  @Test
  void refusesBadWeights() {
    assertThatThrownBy(() -> SampleWeights.of(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The weight of sample 1 is -1.0; give a finite number from 0 on (samples are counted"
                + " from 0).");
    assertThatThrownBy(() -> SampleWeights.of(Double.NaN)).hasMessageContaining("is NaN");
    assertThatThrownBy(SampleWeights::of).hasMessageContaining("no weights");
    assertThatThrownBy(() -> dataset().weighted(SampleWeights.of(1, 2)))
        .hasMessage("There are 2 weights for 6 samples; give one for each, or none.");
    assertThat(SampleWeights.none().get(3)).isEqualTo(1);
    assertThat(SampleWeights.of(3, 4)).hasToString("SampleWeights[2 from 3.000 to 4.000]");
  }
}
