package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.WeightDecay;
import dev.burin.shape.LayerLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightDecayTest {

  /** Three hidden neurons, so that rows are padded; biases that are not 0. */
  private static DoubleNetwork network() {
    DoubleNetwork network = Samples.doubles(4, 3, 2);
    for (LayerLayout layer : network.layout().layers()) {
      for (int j = 0; j < layer.out(); j++) {
        network.parameter(layer.bias(j), 0.25 * (j + 1));
      }
    }
    return network;
  }

  private static double costWithTerm(DoubleNetwork network, double lambda, Dataset data) {
    double[] x = new double[data.size() * 4];
    double[] y = new double[data.size()];
    data.copy(Shuffle.identity(data.size()), 0, data.size(), x, y);
    double cost = new DoubleTraining(network, data.size(), 1).cost(x, y, data.size());
    return cost + new WeightDecay(lambda).cost(network);
  }

  @Test
  void theTermIsHalfLambdaTimesTheSquaresOfTheWeightsAlone() {
    DoubleNetwork network = network();
    double squares = 0;
    for (LayerLayout layer : network.layout().layers()) {
      for (int i = layer.weights(); i < layer.bias(); i++) {
        squares += network.parameters()[i] * network.parameters()[i];
      }
    }
    assertThat(squares).isPositive();
    assertThat(new WeightDecay(0.5).cost(network)).isCloseTo(0.25 * squares, within(1e-15));
    assertThat(new WeightDecay(0).cost(network)).isZero();
  }

  @Test
  void aStepGoesDownTheCostWithItsTerm() {
    Dataset data = Samples.halves(9, 4, 1);
    double lambda = 0.3;
    double rate = 1e-3;
    DoubleNetwork moved = network();
    Trainer.builder()
        .optimizer(new Sgd(rate))
        .weightDecay(lambda)
        .iterations(1)
        .build()
        .train(moved, data);
    DoubleNetwork start = network();
    double h = 1e-5;
    for (LayerLayout layer : start.layout().layers()) {
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k <= layer.in(); k++) {
          int at = k == layer.in() ? layer.bias(j) : layer.weight(j, k);
          double here = start.parameter(at);
          start.parameter(at, here + h);
          double above = costWithTerm(start, lambda, data);
          start.parameter(at, here - h);
          double below = costWithTerm(start, lambda, data);
          start.parameter(at, here);
          double slope = (above - below) / (2 * h);
          assertThat(moved.parameter(at)).isCloseTo(here - rate * slope, within(1e-12));
        }
      }
    }
  }

  @Test
  void withoutDataEachStepShrinksWeightsAndNoBias() {
    // Inputs of 0 and a first layer that no gradient reaches: its weights only decay.
    DoubleNetwork network = network();
    Dataset data = Samples.of(4, new float[4], 1, new float[] {1});
    LayerLayout first = network.layout().layer(1);
    double before = network.parameter(first.weight(2, 3));
    Trainer.builder()
        .optimizer(new Sgd(0.5))
        .weightDecay(0.25)
        .iterations(3)
        .build()
        .train(network, data);
    assertThat(network.parameter(first.weight(2, 3)))
        .isCloseTo(before * Math.pow(1 - 0.125, 3), within(1e-16));
    for (int i = first.weights(); i < first.bias(); i += 8) {
      // Rows of three are padded to eight.
      assertThat(network.parameters()[i + 3]).isZero();
    }
  }

  @Test
  void floatsDecayAsDoublesDo() {
    Dataset data = Samples.halves(9, 4, 1);
    FloatNetwork narrow = Samples.floats(4, 3, 2);
    DoubleNetwork wide = Samples.doubles(4, 3, 2);
    Trainer trainer =
        Trainer.builder().optimizer(new Momentum(0.1, 0.9)).weightDecay(0.1).epochs(20).build();
    trainer.train(narrow, data);
    trainer.train(wide, data);
    for (int l = 1; l <= 2; l++) {
      LayerLayout inFloat = narrow.layout().layer(l);
      LayerLayout inDouble = wide.layout().layer(l);
      for (int j = 0; j < inFloat.out(); j++) {
        for (int k = 0; k < inFloat.in(); k++) {
          assertThat(narrow.parameter(inFloat.weight(j, k)))
              .isCloseTo(wide.parameter(inDouble.weight(j, k)), within(1e-5));
        }
      }
    }
  }

  @Test
  void costsAreToldWithoutTheTerm() {
    Dataset data = Samples.halves(9, 4, 1);
    TrainerBuilder builder = Trainer.builder().optimizer(new Sgd(0.1)).iterations(1);
    NeuralNetwork plain = Samples.doubles(4, 3, 2);
    NeuralNetwork decaying = Samples.doubles(4, 3, 2);
    double cost = builder.build().train(plain, data).cost(0);
    assertThat(builder.weightDecay(0.5).build().train(decaying, data).cost(0)).isEqualTo(cost);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAFactorThatGrowsWeightsOrIsNoNumber(double lambda) {
    assertThatThrownBy(() -> Trainer.builder().weightDecay(lambda))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + lambda);
  }
}
