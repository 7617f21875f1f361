package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.Dataset;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.NeuralNetwork;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {

  @Test
  void sgdGoesDownTheGradient() {
    float[] p = {1, 2, 0};
    new Sgd(0.5).forFloat(3).apply(p, new float[] {2, -4, 0});
    assertThat(p).containsExactly(0, 4, 0);
    double[] q = {1, 2, 0};
    new Sgd(0.5).forDouble(3).apply(q, new double[] {2, -4, 0});
    assertThat(q).containsExactly(0, 4, 0);
  }

  @Test
  void sgdRoundsOnce() {
    float[] p = {1};
    float g = 1 + 0x1p-12f;
    float rate = 1 + 0x1p-12f;
    new Sgd(rate).forFloat(1).apply(p, new float[] {g});
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: the last term is lost where the product is rounded first.
    assertThat(p[0]).isEqualTo(-0x1p-11f - 0x1p-24f);
  }

  @Test
  void momentumRemembersItsVelocity() {
    DoubleUpdate update = new Momentum(0.5, 0.5).forDouble(1);
    double[] p = {1};
    update.apply(p, new double[] {2});
    assertThat(p).containsExactly(0); // v = -1
    update.apply(p, new double[] {2});
    assertThat(p).containsExactly(-1.5); // v = -0.5 - 1
    update.apply(p, new double[] {0});
    assertThat(p).containsExactly(-2.25); // v = -0.75
  }

  @Test
  void momentumKeepsTheStatedOrderOfRoundingInFloat() {
    Random random = new Random(1);
    FloatUpdate update = new Momentum(0.1, 0.9).forFloat(50);
    float[] p = new float[50];
    float[] expected = new float[50];
    float[] v = new float[50];
    for (int step = 0; step < 20; step++) {
      float[] g = new float[50];
      for (int i = 0; i < 50; i++) {
        g[i] = (float) random.nextGaussian();
        float product = 0.9f * v[i];
        v[i] = Math.fma(-0.1f, g[i], product);
        expected[i] = expected[i] + v[i];
      }
      update.apply(p, g);
    }
    assertThat(p).containsExactly(expected);
  }

  @Test
  void momentumOfZeroIsPlainDescent() {
    Random random = new Random(2);
    double[] p = random.doubles(20).toArray();
    double[] q = p.clone();
    double[] g = random.doubles(20, -1, 1).toArray();
    new Momentum(0.3, 0).forDouble(20).apply(p, g);
    new Sgd(0.3).forDouble(20).apply(q, g);
    assertThat(p).containsExactly(q, within(1e-15));
  }

  @Test
  void oneDescriptionServesManyTrainings() {
    Momentum momentum = new Momentum(1, 0.5);
    double[] p = {0};
    momentum.forDouble(1).apply(p, new double[] {1});
    double[] q = {0};
    momentum.forDouble(1).apply(q, new double[] {1});
    assertThat(q).containsExactly(-1);
  }

  /** A rule that asks for the whole gradient, as one of a user may. */
  private record Whole(Optimizer rule) implements Optimizer {

    @Override
    public FloatUpdate forFloat(int length) {
      return rule.forFloat(length)::apply;
    }

    @Override
    public DoubleUpdate forDouble(int length) {
      return rule.forDouble(length)::apply;
    }
  }

  static Stream<Arguments> rulesAndBatches() {
    return Stream.of(new Sgd(0.5), new Momentum(0.5, 0.9))
        .flatMap(rule -> Stream.of(3, 128, 129, 300).map(batch -> Arguments.of(rule, batch)));
  }

  @ParameterizedTest
  @MethodSource("rulesAndBatches")
  void rangesAndWholeGradientsLeadToTheSameBits(Optimizer rule, int batch) {
    Dataset data = Samples.halves(300, 4, 1);
    FloatNetwork ranges = Samples.floats(4, 33, 1);
    FloatNetwork whole = Samples.floats(4, 33, 1);
    DoubleNetwork doubleRanges = Samples.doubles(4, 33, 1);
    DoubleNetwork doubleWhole = Samples.doubles(4, 33, 1);
    for (NeuralNetwork network : List.of(ranges, doubleRanges)) {
      Trainer.builder().optimizer(rule).batch(batch).iterations(7).build().train(network, data);
    }
    for (NeuralNetwork network : List.of(whole, doubleWhole)) {
      Optimizer asWhole = new Whole(rule);
      Trainer.builder().optimizer(asWhole).batch(batch).iterations(7).build().train(network, data);
    }

    assertThat(ranges.parameters()).isEqualTo(whole.parameters());
    assertThat(doubleRanges.parameters()).isEqualTo(doubleWhole.parameters());
  }

  @Test
  void paddingStaysZero() {
    float[] p = {0, 1};
    FloatUpdate update = new Momentum(0.1, 0.9).forFloat(2);
    for (int i = 0; i < 3; i++) {
      update.apply(p, new float[] {0, 1});
    }
    assertThat(Float.floatToRawIntBits(p[0])).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALearningRateThatGoesNowhere(double rate) {
    assertThatThrownBy(() -> new Sgd(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + rate);
    assertThatThrownBy(() -> new Momentum(rate, 0.9)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void refusesAMomentumThatNeverSettles(double momentum) {
    assertThatThrownBy(() -> new Momentum(0.1, momentum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + momentum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-60, 1e60})
  void refusesALearningRateThatNoFloatHolds(double rate) {
    assertThatThrownBy(() -> new Sgd(rate).forFloat(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("float network");
    double[] p = {0};
    new Sgd(rate).forDouble(1).apply(p, new double[] {1});
    assertThat(p).containsExactly(-rate);
  }
}
