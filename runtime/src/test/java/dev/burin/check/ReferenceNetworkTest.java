package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceNetworkTest {

  /**
   * The worked example of {@code test_fit} in scikit-learn's {@code
   * sklearn/neural_network/tests/test_mlp.py}: a 3-2-1 network of sigmoids, one sample with the
   * target 0, L2 regularization 0.1 of the weights, one step with the learning rate 0.1.
   */
  @Test
  void theWorkedExampleOfScikitLearn() {
    ReferenceNetwork network = worked();
    double[] x = {0.6, 0.8, 0.7};

    Pass pass = network.pass(x, 0);

    assertThat(pass.a(1))
        .containsExactly(new double[] {0.679178699175393, 0.574442516811659}, within(1e-15));
    // The source rounds the last sum to 1.1827 before the sigmoid.
    assertThat(pass.z(2)[0]).isCloseTo(1.1827, within(2e-4));
    assertThat(ReferenceActivations.value(layer(Activation.SIGMOID), 1.1827))
        .isCloseTo(0.7654329236196236, within(1e-15));
    assertThat(pass.a(2)[0]).isCloseTo(0.7654329236196236, within(2e-5));

    List<LayerGradient> gradient = network.gradient(x, new double[] {0}, 1);
    for (int l = 1; l <= 2; l++) {
      LayerGradient layer = gradient.get(l - 1);
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          network.weights(l)[j][k] -= 0.1 * (layer.dw[j][k] + 0.1 * network.weights(l)[j][k]);
        }
        network.biases(l)[j] -= 0.1 * layer.db[j];
      }
    }

    // The published numbers come from gradients that were rounded to a few decimals.
    assertThat(network.weights(1)[0])
        .containsExactly(new double[] {0.098, 0.2956664, 0.4939998}, within(1e-3));
    assertThat(network.weights(1)[1])
        .containsExactly(new double[] {0.195756, 0.096008, -0.002244}, within(1e-3));
    assertThat(network.weights(2)[0])
        .containsExactly(new double[] {0.04706, 0.154089}, within(1e-3));
    assertThat(network.biases(1)).containsExactly(new double[] {0.098333, 0.09626}, within(1e-3));
    assertThat(network.biases(2)).containsExactly(new double[] {0.9235}, within(1e-3));
    assertThat(network.forward(x)[0]).isCloseTo(0.739, within(5e-4));
  }

  @Test
  void theFirstStepOfTheWorkedExampleByHand() {
    List<LayerGradient> gradient =
        worked().gradient(new double[] {0.6, 0.8, 0.7}, new double[] {0}, 1);
    double h = 0.679178699175393;
    double o = 1 / (1 + Math.exp(-(1 + 0.1 * h + 0.2 * 0.574442516811659)));

    assertThat(gradient.get(1).db[0]).isCloseTo(o, within(1e-15));
    assertThat(gradient.get(1).dw[0][0]).isCloseTo(o * h, within(1e-15));
    assertThat(gradient.get(0).db[0]).isCloseTo(o * 0.1 * h * (1 - h), within(1e-16));
    assertThat(gradient.get(0).dw[0][2]).isCloseTo(o * 0.1 * h * (1 - h) * 0.7, within(1e-16));
  }

  /** Sums {1, -2} with targets as stated, each cost worked out from the definition. */
  @ParameterizedTest
  @CsvSource({
    "BINARY_CROSS_ENTROPY, SIGMOID, 1, 0, 0.44018969856119533",
    "BINARY_CROSS_ENTROPY, SIGMOID, 0, 1, 3.4401896985611953",
    "CROSS_ENTROPY, SOFTMAX, 1, 0, 0.04858735157374206",
    "CROSS_ENTROPY, SOFTMAX, 0, 1, 3.048587351573742",
    "HALF_MEAN_SQUARED_ERROR, IDENTITY, 3, 1, 6.5",
    "MEAN_SQUARED_ERROR, IDENTITY, 3, 1, 6.5",
    "MEAN_SQUARED_ERROR, RELU, 3, 1, 2.5",
    "HALF_MEAN_SQUARED_ERROR, LEAKY_RELU, 3, 1, 2.5202",
  })
  void costs(Loss loss, Activation last, double y0, double y1, double expected) {
    ReferenceNetwork network =
        new ReferenceNetwork(Samples.shape(Precision.DOUBLE, loss, last, last, 1, 2));
    network.biases(1)[0] = 1;
    network.biases(1)[1] = -2;
    double[] y = {y0, y1, y0, y1, y0, y1};

    assertThat(network.cost(new double[1], y, 1)).isCloseTo(expected, within(1e-15));
    assertThat(network.cost(new double[3], y, 3)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void costsOfExtremeSumsNeitherOverflowNorVanish() {
    ReferenceNetwork sigmoid =
        new ReferenceNetwork(
            Samples.shape(
                Precision.DOUBLE,
                Loss.BINARY_CROSS_ENTROPY,
                Activation.SIGMOID,
                Activation.SIGMOID,
                1,
                1));
    sigmoid.biases(1)[0] = 800;
    assertThat(sigmoid.cost(new double[1], new double[] {0}, 1)).isEqualTo(800);
    sigmoid.biases(1)[0] = 50;
    assertThat(sigmoid.cost(new double[1], new double[] {1}, 1))
        .isCloseTo(Math.exp(-50), withinPercentage(1e-10));

    ReferenceNetwork softmax =
        new ReferenceNetwork(
            Samples.shape(
                Precision.DOUBLE,
                Loss.CROSS_ENTROPY,
                Activation.SOFTMAX,
                Activation.SOFTMAX,
                1,
                2));
    softmax.biases(1)[0] = 1000;
    softmax.biases(1)[1] = 950;
    assertThat(softmax.cost(new double[1], new double[] {0, 1}, 1)).isEqualTo(50);
    assertThat(softmax.cost(new double[1], new double[] {1, 0}, 1))
        .isCloseTo(Math.exp(-50), withinPercentage(1e-10));
    assertThat(softmax.forward(new double[1])[0]).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, -1.5, -1.5",
    "SIGMOID, -1.5, 0.18242552380635635",
    "TANH, -1.5, -0.9051482536448664",
    "RELU, -1.5, 0",
    "RELU, 1.5, 1.5",
    "LEAKY_RELU, -1.5, -0.015",
    "ELU, -1.5, -0.7768698398515702",
    "ELU, 1.5, 1.5",
    "GELU, -1.5, -0.10021080190328709",
    "GELU, 1.5, 1.399789198096713",
    "SILU, -1.5, -0.27363828570953453",
    "SOFTPLUS, -1.5, 0.20141327798275246",
    "SOFTPLUS, 800, 800",
    "SELU, -1.5, -1.3658143533672527",
    "SELU, 1.5, 1.5760514810332207",
    "HARD_SIGMOID, -1.5, 0.25",
    "HARD_SIGMOID, -4, 0",
    "HARD_SIGMOID, 4, 1",
    "MISH, -1.5, -0.29809974216680674",
    "MISH, 1.5, 1.4033782663958025",
    "MISH, 800, 800",
  })
  void activations(Activation activation, double z, double expected) {
    assertThat(ReferenceActivations.value(layer(activation), z))
        .isCloseTo(expected, within(3e-16 * Math.max(1, Math.abs(expected))));
  }

  private static LayerShape layer(Activation activation) {
    return LayerShape.of(1, 1, activation);
  }

  @Test
  void declaredSlopesHoldBelowZeroAlone() {
    LayerShape leaky = layer(Activation.LEAKY_RELU).slope(0.3);
    LayerShape elu = layer(Activation.ELU).slope(0.5);

    assertThat(ReferenceActivations.value(leaky, -1.5)).isCloseTo(-0.45, within(1e-16));
    assertThat(ReferenceActivations.value(elu, -1.5)).isCloseTo(-0.3884349199257851, within(1e-16));
    assertThat(ReferenceActivations.slope(leaky, -1.5)).isEqualTo(0.3);
    assertThat(ReferenceActivations.slope(elu, -1.5)).isCloseTo(0.1115650800742149, within(1e-16));
    for (LayerShape layer : List.of(leaky, elu)) {
      assertThat(ReferenceActivations.value(layer, 1.5)).isEqualTo(1.5);
      assertThat(ReferenceActivations.slope(layer, 1.5)).isEqualTo(1);
      assertThat(ReferenceActivations.slope(layer, 0)).isEqualTo(layer.slope());
    }
  }

  @Test
  void slopesAtTheKinksAreThoseOfTheDeclaration() {
    assertThat(ReferenceActivations.slope(layer(Activation.RELU), 0)).isZero();
    assertThat(ReferenceActivations.slope(layer(Activation.LEAKY_RELU), 0)).isEqualTo(0.01);
    assertThat(ReferenceActivations.slope(layer(Activation.ELU), 0)).isEqualTo(1);
  }

  @Test
  void aReferenceHoldsTheParametersOfItsNetwork() {
    NetworkShape shape =
        Samples.shape(
            Precision.FLOAT,
            Loss.BINARY_CROSS_ENTROPY,
            Activation.TANH,
            Activation.SIGMOID,
            5,
            33,
            2);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    Samples.fill(network, 1);

    ReferenceNetwork reference = ReferenceNetwork.of(network);

    assertThat(reference.weights(1)[32][4])
        .isEqualTo(network.parameter(network.layout().layer(1).weight(32, 4)))
        .isNotZero();
    assertThat(reference.weights(2)[1][32])
        .isEqualTo(network.parameter(network.layout().layer(2).weight(1, 32)));
    assertThat(reference.biases(1)[31])
        .isEqualTo(network.parameter(network.layout().layer(1).bias(31)));
    ReferenceNetwork copy = reference.copy();
    copy.weights(1)[0][0]++;
    copy.biases(2)[1]++;
    assertThat(reference.weights(1)[0][0]).isCloseTo(copy.weights(1)[0][0] - 1, within(1e-12));
    assertThat(reference.biases(2)[1]).isCloseTo(copy.biases(2)[1] - 1, within(1e-12));
  }

  @Test
  void arraysOfAnotherLengthAreNamed() {
    ReferenceNetwork network = worked();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.forward(new double[2]))
        .withMessage("The array of inputs holds 2 elements, but one sample has exactly 3.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.forward(new double[4]))
        .withMessage("The array of inputs holds 4 elements, but one sample has exactly 3.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.cost(new double[6], new double[1], 2))
        .withMessage("The array of targets holds 1 elements, but 2 samples of 1 need 2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.gradient(new double[6], new double[2], -1))
        .withMessageContaining("batch is -1");
  }

  private static ReferenceNetwork worked() {
    ReferenceNetwork network =
        new ReferenceNetwork(
            Samples.shape(
                Precision.DOUBLE,
                Loss.BINARY_CROSS_ENTROPY,
                Activation.SIGMOID,
                Activation.SIGMOID,
                3,
                2,
                1));
    // The source writes weights as [in][out].
    double[][] w1 = {{0.1, 0.2}, {0.3, 0.1}, {0.5, 0}};
    for (int k = 0; k < 3; k++) {
      for (int j = 0; j < 2; j++) {
        network.weights(1)[j][k] = w1[k][j];
      }
    }
    network.biases(1)[0] = 0.1;
    network.biases(1)[1] = 0.1;
    network.weights(2)[0][0] = 0.1;
    network.weights(2)[0][1] = 0.2;
    network.biases(2)[0] = 1;
    return network;
  }
}
