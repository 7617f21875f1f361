package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D1 as random numbers: the share that is dropped, and that nothing tells of anything else. */
class DropoutMaskTest {

  private static final int ROWS = 512;
  private static final int UNITS = 512;

  /** Of some thousand sums that are looked at, one in a million or so is further off by chance. */
  private static final double DEVIATIONS = 5.5;

  /** Which units are dropped, row by row. */
  private static BitSet dropped(double rate, long seed, long step, int layer) {
    BitSet dropped = new BitSet();
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < UNITS; k++) {
        dropped.set(row * UNITS + k, DropoutMask.factor(rate, seed, step, layer, row, k) == 0);
      }
    }
    return dropped;
  }

  private static void assertShare(String what, long count, double n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    assertThat(Math.abs(count - n * p) / deviation).as(what).isLessThan(DEVIATIONS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.2, 0.5, 0.8, 0.99})
  void theShareIsTheRateInEachLayerStepRowAndUnit(double rate) {
    long[] ofUnit = new long[UNITS];
    for (int step = 0; step < 4; step++) {
      for (int layer = 1; layer <= 3; layer++) {
        BitSet dropped = dropped(rate, 7, step, layer);
        String where = "layer " + layer + ", step " + step;
        assertShare(where, dropped.cardinality(), ROWS * UNITS, rate);
        dropped.stream().forEach(at -> ofUnit[at % UNITS]++);
        for (int row = 0; row < ROWS; row += 37) {
          long ofRow = dropped.get(row * UNITS, (row + 1) * UNITS).cardinality();
          assertThat(Math.abs(ofRow - UNITS * rate) / Math.sqrt(UNITS * rate * (1 - rate)))
              .as(where + ", row " + row)
              .isLessThan(2 * DEVIATIONS);
        }
      }
    }
    for (int k = 0; k < UNITS; k++) {
      assertShare("unit " + k, ofUnit[k], 12 * ROWS, rate);
    }
  }

  /** Two masks that know nothing of each other drop together what chance drops together. */
  private static void assertApart(String what, BitSet one, BitSet other, double n) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    double p = one.cardinality() / n * (other.cardinality() / n);
    assertShare(what, both.cardinality(), n, p);
  }

  private static BitSet shifted(BitSet all, int by) {
    return all.get(by, ROWS * UNITS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 0.8})
  void neighboursKnowNothingOfEachOther(double rate) {
    for (long step = 0; step < 4; step++) {
      BitSet here = dropped(rate, 1, step, 1);
      for (int distance = 1; distance <= 64; distance++) {
        int n = ROWS * UNITS - distance;
        assertApart(distance + " units on", here.get(0, n), shifted(here, distance), n);
      }
      for (int rows = 1; rows <= 64; rows++) {
        int n = (ROWS - rows) * UNITS;
        assertApart(rows + " rows on", here.get(0, n), shifted(here, rows * UNITS), n);
      }
      int all = ROWS * UNITS;
      assertApart("the next step", here, dropped(rate, 1, step + 1, 1), all);
      assertApart("the next layer", here, dropped(rate, 1, step, 2), all);
      assertApart("the next seed", here, dropped(rate, 2, step, 1), all);
      assertApart("one seed less", here, dropped(rate, 0, step, 1), all);
    }
  }

  /** The hash is part of what a training gives; it must not change unseen. */
  @Test
  void theMaskIsTheOneThatItAlwaysWas() {
    StringBuilder kept = new StringBuilder();
    for (int k = 0; k < 64; k++) {
      kept.append(DropoutMask.factor(0.5, 1, 2, 3, 4, k) == 0 ? '.' : 'x');
    }

    assertThat(kept)
        .hasToString("xx..x.xx.x..xx..x.x.xxx.x.xx.x..xx.....xx..xx..x...xxxxxxx.x...x");
    assertThat(DropoutMask.factor(0.2, 0, 0, 1, 0, 0)).isIn(0.0, 1.25);
  }

  @Test
  void aRateOfAlmostNothingOrAlmostAllIsAsFarAsAHashReaches() {
    assertThat(DropoutMask.limit(0)).isZero();
    assertThat(DropoutMask.limit(0.5)).isEqualTo(1 << 30);
    assertThat(DropoutMask.limit(Math.nextDown(1.0))).isEqualTo(Integer.MAX_VALUE);
    assertThat(DropoutMask.scale(0.2)).isEqualTo(1.25);
  }

  /** Hash by hash in the loops that C2 makes vectors of, and long enough that it does. */
  @Test
  void theLoopsDropWhatTheMaskSays() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(37, 300, Activation.TANH).dropout(0.3),
            LayerShape.of(300, 2, Activation.IDENTITY).dropout(0.2));
    ParameterLayout layout = ParameterLayout.of(shape);
    FloatWorkspace ws = FloatWorkspace.forTraining(layout, 20);
    float[] x = new float[25 * 37];
    Arrays.fill(x, 2);
    Arrays.fill(ws.a[1], -3);
    for (int repeat = 0; repeat < 2000; repeat++) {
      ws.mask.draw(-9, repeat, 128);
      Arrays.fill(ws.dz[1], 5);
      FloatDropout.forward(ws, 1, x, 5 * 37, 0, 13);
      FloatDropout.forward(ws, 1, x, 5 * 37, 13, 20);
      FloatDropout.forward(ws, 2, ws.a[1], 0, 0, 20);
      FloatDropout.backward(ws, 2, 0, 20);
      if (repeat % 500 > 0) {
        continue;
      }
      int stride = layout.layer(1).rowStride();
      for (int s = 0; s < 20; s++) {
        for (int k = 0; k < 300; k++) {
          float factor = (float) DropoutMask.factor(0.2, -9, repeat, 2, 128 + s, k);
          assertThat(ws.d[2][s * stride + k]).isEqualTo(-3 * factor);
          assertThat(ws.dz[1][s * stride + k]).isEqualTo(5 * factor);
        }
        for (int k = 0; k < 37; k++) {
          float factor = (float) DropoutMask.factor(0.3, -9, repeat, 1, 128 + s, k);
          assertThat(ws.d[1][s * 37 + k]).isEqualTo(2 * factor);
        }
      }
    }
    assertThat(IntStream.range(0, x.length).allMatch(i -> x[i] == 2)).isTrue();
  }
}
