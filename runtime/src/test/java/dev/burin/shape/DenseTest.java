package dev.burin.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(5, 37, Activation.TANH),
          LayerShape.of(37, 3, Activation.IDENTITY));

  private static final ParameterLayout LAYOUT = ParameterLayout.of(SHAPE);

  @Test
  void everyParameterIsVisitedOnceAndNoPadding() {
    BitSet places = new BitSet();
    int[] visits = {0};
    for (LayerLayout layer : LAYOUT.layers()) {
      layer
          .dense()
          .forEach(
              at -> {
                places.set(at);
                visits[0]++;
              });
    }
    assertThat(visits[0]).isEqualTo(SHAPE.parameters());
    assertThat(places.cardinality()).isEqualTo((int) SHAPE.parameters());
    assertThat(places.length()).isLessThanOrEqualTo(LAYOUT.length());
  }

  @ParameterizedTest
  @CsvSource({"5, 37", "5, 3", "7, 32", "3, 16", "2, 48", "3, 49", "1, 1", "4, 131"})
  void runsAreTheSameParametersAndNoPadding(int in, int out) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(in, out, Activation.TANH),
            LayerShape.of(out, 2, Activation.IDENTITY));
    for (LayerLayout layer : ParameterLayout.of(shape).layers()) {
      BitSet one = new BitSet();
      layer.dense().forEach(one::set);
      BitSet many = new BitSet();
      int[] visits = {0};
      layer
          .dense()
          .forEachRun(
              (at, length) -> {
                many.set(at, at + length);
                visits[0] += length;
              });
      assertThat(many).isEqualTo(one);
      assertThat(visits[0]).isEqualTo(one.cardinality());
    }
  }

  @Test
  void weightsComeRowByRow() {
    Dense dense = LAYOUT.layer(1).dense();
    int[] i = {0};
    dense.forEachWeight(
        (j, k, at) -> {
          assertThat(j * 5 + k).isEqualTo(i[0]);
          assertThat(at).isEqualTo(LAYOUT.layer(1).weight(j, k)).isEqualTo(dense.weight(i[0]++));
        });
    assertThat(i[0]).isEqualTo(dense.weights()).isEqualTo(5 * 37);
  }

  @Test
  void whatIsCopiedInComesOutAgainAndPaddingStays() {
    float[] p = new float[LAYOUT.length()];
    for (LayerLayout layer : LAYOUT.layers()) {
      Dense dense = layer.dense();
      float[] w = floats(dense.weights(), 1);
      float[] b = floats(dense.biases(), 5000);
      dense.copyIn(w, b, p);
      float[] wOut = new float[w.length];
      float[] bOut = new float[b.length];
      dense.copyOut(p, wOut, bOut);
      assertThat(wOut).isEqualTo(w);
      assertThat(bOut).isEqualTo(b);
      assertThat(dense.weights(at -> p[at])[2])
          .startsWith(w[2 * layer.in()], w[2 * layer.in() + 1]);
      assertThat(dense.biases(at -> p[at])).startsWith(b[0], b[1]);
    }
    assertThat(IntStream.range(0, p.length).filter(i -> p[i] != 0).count())
        .isEqualTo(SHAPE.parameters());
  }

  @Test
  void arraysOfAnotherSizeAreRefused() {
    Dense dense = LAYOUT.layer(2).dense();
    assertThatThrownBy(() -> dense.copyIn(new double[111], new double[4], new double[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The arrays hold 111 weights and 4 biases, but layer 2 has exactly 111 and 3.");
  }

  private static float[] floats(int n, int first) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = first + i;
    }
    return values;
  }
}
