package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  /** The identity from one input to one output. */
  private static FloatNetwork echo() {
    FloatNetwork network = Samples.line();
    network.parameters()[network.layout().layer(1).weight(0, 0)] = 1;
    return network;
  }

  @Test
  void aSingleOutputOfAtLeastOneHalfIsClassOne() {
    float below = Math.nextDown(0.5f);
    Dataset data =
        Samples.of(1, new float[] {below, 0.5f, 0.2f, 0.9f, 0.9f}, 1, new float[] {0, 1, 1, 1, 0});
    Evaluation evaluation = Evaluation.of(echo(), data);
    assertThat(evaluation.classes()).isEqualTo(2);
    assertThat(evaluation.size()).isEqualTo(5);
    assertThat(evaluation.count(0, 0)).isEqualTo(1);
    assertThat(evaluation.count(0, 1)).isEqualTo(1);
    assertThat(evaluation.count(1, 0)).isEqualTo(1);
    assertThat(evaluation.count(1, 1)).isEqualTo(2);
    assertThat(evaluation.correct()).isEqualTo(3);
    assertThat(evaluation.accuracy()).isEqualTo(0.6);
  }

  @Test
  void theGreatestOfSeveralOutputsIsTheClass() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.CROSS_ENTROPY, Precision.DOUBLE, LayerShape.of(3, 3, Activation.SOFTMAX));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    for (int j = 0; j < 3; j++) {
      network.parameter(network.layout().layer(1).weight(j, j), 1);
    }
    float[] x = {9, 1, 2, 1, 9, 2, 1, 2, 9, 9, 1, 2};
    float[] y = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1};
    Evaluation evaluation = Evaluation.of(network, Samples.of(3, x, 3, y));
    assertThat(evaluation.classes()).isEqualTo(3);
    assertThat(evaluation.accuracy()).isEqualTo(0.75);
    assertThat(evaluation.count(2, 0)).isEqualTo(1);
  }

  @Test
  void anOutputThatIsNotANumberIsWrong() {
    Dataset data = Samples.of(1, new float[] {Float.NaN, 1}, 1, new float[] {0, 1});
    Evaluation evaluation = Evaluation.of(echo(), data);
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.count(0, 0) + evaluation.count(0, 1)).isZero();
  }

  @Test
  void aSampleThatIsNotFiniteHasNoClass() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY, Precision.FLOAT, LayerShape.of(1, 1, Activation.SIGMOID));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    Dataset data = Samples.of(1, new float[] {1, Float.POSITIVE_INFINITY}, 1, new float[] {1, 1});
    Evaluation evaluation = Evaluation.of(network, data);
    assertThat(evaluation.count(1, 0) + evaluation.count(1, 1)).isEqualTo(1);
  }

  @Test
  void whatIsServedIsWhatIsCounted() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, LayerShape.of(2, 2, Activation.IDENTITY));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    for (int j = 0; j < 2; j++) {
      network.parameter(network.layout().layer(1).weight(j, j), 1);
      network.parameter(network.layout().layer(1).bias(j), -0.0);
    }
    float[] zeros = {-0f, 0};
    int served = network.predict(zeros);
    assertThat(served).isZero();
    Evaluation evaluation = Evaluation.of(network, Samples.of(2, zeros, 2, new float[] {1, 0}));
    assertThat(evaluation.count(0, served)).isEqualTo(1);
  }

  @Test
  void aNetworkWithoutWeightsIsNotEvaluated() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY, Precision.FLOAT, LayerShape.of(2, 1, Activation.SIGMOID));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    assertThatIllegalStateException()
        .isThrownBy(() -> Evaluation.of(network, Samples.xor()))
        .withMessageStartingWith("The network 2-1 has no weights yet");
    assertThatIllegalStateException()
        .isThrownBy(() -> Evaluation.cost(network, Samples.xor()))
        .withMessageStartingWith("The network 2-1 has no weights yet");
  }

  @Test
  void countsEverySampleOfManyChunks() {
    Dataset data = Samples.halves(2500, 1, 4);
    FloatNetwork network = Samples.line();
    network.parameters()[network.layout().layer(1).weight(0, 0)] = 1000;
    network.parameters()[network.layout().layer(1).bias(0)] = 0.5f;
    Evaluation evaluation = Evaluation.of(network, data);
    assertThat(evaluation.correct()).isEqualTo(2500);
    assertThat(evaluation.count(1, 1)).isBetween(1100, 1400);
  }

  @Test
  void refusesTargetsThatAreNoClass() {
    Dataset data = Samples.of(1, new float[] {0, 0}, 1, new float[] {0, 2.5f});
    assertThatThrownBy(() -> Evaluation.of(echo(), data).accuracy())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The target of sample 1 is 2.5, but a single output is judged against 0 or 1.");
    assertThatThrownBy(() -> Evaluation.of(echo(), Samples.xor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 columns");
  }

  @Test
  void theCostIsTheMeanOverAllSamplesWhateverTheChunks() {
    Dataset data = Samples.halves(2500, 4, 1);
    double[] x = new double[data.size() * 4];
    double[] y = new double[data.size()];
    data.copy(Shuffle.identity(data.size()), 0, data.size(), x, y);
    DoubleNetwork network = Samples.doubles(4, 3, 2);
    double[] before = network.parameters().clone();
    double whole = new DoubleTraining(network, data.size(), 1).cost(x, y, data.size());
    assertThat(Evaluation.cost(network, data)).isCloseTo(whole, within(1e-15));
    assertThat(Evaluation.cost(Samples.floats(4, 3, 2), data)).isCloseTo(whole, within(1e-6));
    assertThat(network.parameters()).containsExactly(before);
    assertThatThrownBy(() -> Evaluation.cost(network, Samples.halves(5, 3, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
