package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {

  private static DoubleTable column(double... values) {
    return new DoubleTable(values.length, 1, values);
  }

  @Test
  void standardizesWithThePopulationDeviation() {
    Scaling scaling = Scaling.standard(column(2, 4, 4, 4, 5, 5, 7, 9));

    assertThat(scaling.shift()).containsExactly(5);
    assertThat(scaling.divisor()).containsExactly(2);
    assertThat(scaling.toDouble(column(9, 1)).values()).containsExactly(2, -2);
    assertThat(scaling.toFloat(column(9, 1)).values()).containsExactly(2, -2);
  }

  @Test
  void scalesEachColumnByItself() {
    Random random = new Random(11);
    double[] values = new double[3 * 500];
    for (int i = 0; i < values.length; i += 3) {
      values[i] = random.nextGaussian();
      values[i + 1] = 1e6 + 1e-3 * random.nextGaussian();
      values[i + 2] = -3e-9 * random.nextDouble();
    }
    DoubleTable table = new DoubleTable(500, 3, values);
    DoubleTable scaled = Scaling.standard(table).toDouble(table);
    DoubleTable squeezed = Scaling.minMax(table).toDouble(table);

    for (int j = 0; j < 3; j++) {
      double sum = 0;
      double squares = 0;
      double min = 2;
      double max = -2;
      for (int i = 0; i < 500; i++) {
        sum += scaled.value(i, j);
        squares += scaled.value(i, j) * scaled.value(i, j);
        min = Math.min(min, squeezed.value(i, j));
        max = Math.max(max, squeezed.value(i, j));
      }
      // The mean of the second column is rounded to half an ulp of 1e6, 6e-11, over 1e-3.
      assertThat(sum / 500).isEqualTo(0, within(j == 1 ? 6e-8 : 1e-12));
      assertThat(squares / 500).isEqualTo(1, within(1e-9));
      assertThat(min).isEqualTo(0);
      assertThat(max).isEqualTo(1);
    }
  }

  @Test
  void squeezesToZeroAndOneAndBeyondForOthers() {
    Scaling scaling = Scaling.minMax(column(10, 30, 20));

    assertThat(scaling.shift()).containsExactly(10);
    assertThat(scaling.divisor()).containsExactly(20);
    assertThat(scaling.toDouble(column(10, 30, 25, 50)).values()).containsExactly(0, 1, 0.75, 2);
  }

  /** The sum of ten times 0.1 is not 1, and a mean from it would leave a tiny deviation. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -1e300, Double.MAX_VALUE, Double.MIN_VALUE})
  void constantColumnsBecomeZero(double constant) {
    double[] values = new double[10];
    Arrays.fill(values, constant);

    for (Scaling scaling :
        new Scaling[] {Scaling.standard(column(values)), Scaling.minMax(column(values))}) {
      assertThat(scaling.shift()).containsExactly(constant);
      assertThat(scaling.divisor()).containsExactly(1);
      assertThat(scaling.toDouble(column(values)).values()).containsOnly(0);
    }
  }

  /** 0.1 + 0.2 is not 0.3: what rounding leaves of equal numbers is no spread. */
  @Test
  void aSpreadOfRoundingsCountsAsConstant() {
    DoubleTable table = column(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2);
    for (Scaling scaling : new Scaling[] {Scaling.standard(table), Scaling.minMax(table)}) {
      assertThat(scaling.divisor()).containsExactly(1);
      assertThat(scaling.toFloat(column(0.3, 0.1 + 0.2)).values())
          .containsExactly(new float[] {0, 0}, within(1e-15f));
    }
    // What a double can tell apart by far is a spread, however small it is beside its numbers.
    assertThat(Scaling.minMax(column(1e6, 1e6 + 1e-6)).divisor()[0]).isNotEqualTo(1);
  }

  @Test
  void refusesWhatGrowsBeyondItsType() {
    Scaling steep = Scaling.of(new double[2], new double[] {1, 1e-30});
    DoubleTable table = new DoubleTable(2, 2, new double[] {1, 1, 1, 1e10});
    String end = "which is infinite in float once scaled; look for a wrong value there, or fit the";
    assertThatThrownBy(() -> steep.toFloat(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The value in row 1, column 1 is 1.0E10, " + end);
    assertThat(steep.toDouble(table).value(1, 1)).isEqualTo(1e10 / 1e-30);
    float[] sample = {2, 1e10f};
    assertThatThrownBy(() -> steep.apply(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The value in column 1 is 1.0E10, " + end);
    assertThat(sample).containsExactly(2, 1e10f);

    Scaling steepest = Scaling.of(new double[1], new double[] {1e-300});
    assertThatThrownBy(() -> steepest.toDouble(column(1, 1e10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The value in row 1, column 0 is 1.0E10, which is infinite in double");
    double[] wide = {1e10};
    assertThatThrownBy(() -> steepest.apply(wide)).isInstanceOf(IllegalArgumentException.class);
    assertThat(wide).containsExactly(1e10);

    // What was not finite before is not the scaling's doing.
    assertThat(steep.toFloat(new DoubleTable(1, 2, new double[] {1, -1.0 / 0})).value(0, 1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void refusesAColumnThatIsNothingButZeroInFloat() {
    Scaling flat = Scaling.of(new double[1], new double[] {1e60});
    assertThatThrownBy(() -> flat.toFloat(column(0, 5, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Scaled by the divisor 1.0E60, column 0 reaches no more than 5.0E");
    assertThat(flat.toDouble(column(0, 5)).value(1, 0)).isEqualTo(5 / 1e60);
    assertThat(flat.toFloat(column(0, 0)).values()).containsOnly(0);
  }

  @Test
  void aSpreadTooSmallToSquareCountsAsConstant() {
    Scaling scaling = Scaling.standard(column(1e-200, 3e-200));

    assertThat(scaling.divisor()).containsExactly(1);
  }

  @Test
  void computesInDoubleAndRoundsOnce() {
    // In float, 16777217 is no number, and its distance from the shift would be 0.
    Scaling scaling = Scaling.of(new double[] {16777216}, new double[] {3});

    assertThat(scaling.toFloat(column(16777217)).values()).containsExactly((float) (1.0 / 3.0));
    assertThat(scaling.toDouble(column(16777217)).values()).containsExactly(1.0 / 3.0);
  }

  @Test
  void aSampleIsScaledLikeATable() {
    Random random = new Random(12);
    float[] values = new float[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 * random.nextFloat();
    }
    FloatTable table = new FloatTable(10, 4, values);
    Scaling scaling = Scaling.standard(table);
    float[] floats = new float[4];
    double[] doubles = new double[4];

    for (int i = 0; i < 10; i++) {
      table.copyRow(i, floats, 0);
      table.copyRow(i, doubles, 0);
      scaling.apply(floats);
      scaling.apply(doubles);
      for (int j = 0; j < 4; j++) {
        assertThat(floats[j]).isEqualTo((float) scaling.toFloat(table).value(i, j));
        assertThat(doubles[j]).isEqualTo(scaling.toDouble(table).value(i, j));
      }
    }
  }

  @Test
  void savedNumbersGiveTheSameScaling() {
    DoubleTable table = column(1, 2, 4, 8);
    Scaling scaling = Scaling.standard(table);
    Scaling again = Scaling.of(scaling.shift(), scaling.divisor());
    scaling.shift()[0] = 99;
    scaling.divisor()[0] = 99;

    assertThat(again.toDouble(table).values()).isEqualTo(scaling.toDouble(table).values());
    assertThat(scaling.shift()).containsExactly(3.75);
    assertThat(again.columns()).isEqualTo(1);
  }

  @Test
  void aMissingValueStaysMissing() {
    assertThat(Scaling.minMax(column(0, 2)).toFloat(column(Double.NaN, 1)).values())
        .containsExactly(Float.NaN, 0.5f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesToBeFittedOnWhatIsNotFinite(double bad) {
    DoubleTable table = new DoubleTable(2, 2, new double[] {1, 2, 3, bad});
    String message =
        "Row 1, column 1 is " + bad + "; fill or drop such values before a scaling is fitted.";

    assertThatThrownBy(() -> Scaling.standard(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Scaling.minMax(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesToBeFittedOnNothingOrOnTooMuch() {
    assertThatThrownBy(() -> Scaling.standard(column()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without rows");
    assertThatThrownBy(() -> Scaling.minMax(column())).isInstanceOf(IllegalArgumentException.class);
    DoubleTable huge = column(Double.MAX_VALUE, -Double.MAX_VALUE);
    assertThatThrownBy(() -> Scaling.minMax(huge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The numbers of column 0 are too large to be summed or subtracted.");
    assertThatThrownBy(() -> Scaling.standard(huge)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesOtherColumnsAndOtherNumbers() {
    Scaling scaling = Scaling.minMax(new DoubleTable(1, 2, new double[2]));
    assertThatThrownBy(() -> scaling.toFloat(column(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The scaling was made for 2 columns, but here are 1.");
    assertThatThrownBy(() -> scaling.toDouble(column(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scaling.apply(new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scaling.apply(new double[1]))
        .isInstanceOf(IllegalArgumentException.class);

    assertThatThrownBy(() -> Scaling.of(new double[2], new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scaling.of(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scaling.of(new double[2], new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Column 1 has shift 0.0 and divisor 0.0");
    assertThatThrownBy(() -> Scaling.of(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scaling.of(new double[1], new double[] {Double.POSITIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
