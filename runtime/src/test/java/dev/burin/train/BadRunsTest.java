package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Labels;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs that go wrong in the ways in which runs go wrong: each says why. */
class BadRunsTest {

  /** Three clouds of points in the plane, one for each class, in turn. */
  private static Dataset clouds(int n, double origin, int... labels) {
    Random random = new Random(7);
    double[] x = new double[2 * n];
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      classes[i] = i % 3;
      x[2 * i] = origin + (random.nextGaussian() * 0.4 + (i % 3 == 0 ? 1.5 : -0.5));
      x[2 * i + 1] = origin + (random.nextGaussian() * 0.4 + (i % 3 == 1 ? 1.5 : -0.5));
    }
    return new Dataset(
        new DoubleTable(n, 2, x), Labels.of(labels.length == 0 ? classes : labels).oneHot(3));
  }

  private static DoubleNetwork network(Activation hidden) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.CROSS_ENTROPY,
            Precision.DOUBLE,
            LayerShape.of(2, 8, hidden),
            LayerShape.of(8, 3, Activation.SOFTMAX));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    return network;
  }

  private static TrainerBuilder trainer(double rate) {
    return Trainer.builder().optimizer(new Sgd(rate)).batch(10).epochs(30);
  }

  private static String hint(TrainingHistory history) {
    return history.hint().orElseThrow();
  }

  @Test
  void aGoodRunHasNothingToSay() {
    TrainingHistory history =
        trainer(0.1)
            .validation(clouds(60, 0))
            .build()
            .train(network(Activation.RELU), clouds(150, 0));
    assertThat(history.hints()).isEmpty();
    assertThat(history.finalCost()).isLessThan(0.2);
  }

  @Test
  void featuresThatAreNotScaled() {
    DoubleNetwork network = network(Activation.TANH);
    assertThat(hint(trainer(0.1).build().train(network, clouds(150, 1000))))
        .contains("Scale the features, as Scaling.standard does: column ");
  }

  @Test
  void aRateOfTen() {
    DoubleNetwork network = network(Activation.RELU);
    assertThat(hint(trainer(10).build().train(network, clouds(150, 0))))
        .contains("learning rate than 10.0");
  }

  @Test
  void aRateOfNearlyNothing() {
    DoubleNetwork network = network(Activation.RELU);
    assertThat(hint(trainer(1e-9).build().train(network, clouds(150, 0))))
        .contains("hardly at all")
        .contains("the learning rate 1.0E-9 is too small");
  }

  @Test
  void labelsThatBelongToOtherInputs() {
    int[] shuffled = new Random(3).ints(150, 0, 3).toArray();
    int[] others = new Random(4).ints(60, 0, 3).toArray();
    TrainingHistory history =
        trainer(0.1)
            .validation(clouds(60, 0, others))
            .build()
            .train(network(Activation.RELU), clouds(150, 0, shuffled));
    assertThat(hint(history)).contains("Look whether the targets belong to the inputs beside them");
  }

  @Test
  void aClassWithoutSamples() {
    int[] labels = new Random(3).ints(150, 0, 2).toArray();
    Dataset data = clouds(150, 0, labels);
    assertThat(hint(trainer(0.1).build().train(network(Activation.RELU), data)))
        .startsWith("No sample is of class 2, which the network will never answer");
  }

  @Test
  void targetsThatAreAllTheSame() {
    Dataset data = clouds(150, 0, new int[150]);
    assertThat(hint(trainer(0.1).build().train(network(Activation.RELU), data)))
        .contains("The targets of all samples are the same");
  }

  @Test
  void unitsThatAreDeadAndSoEveryAnswerIsOneClass() {
    DoubleNetwork network = network(Activation.RELU);
    LayerLayout layer = network.layout().layer(1);
    for (int j = 0; j < 7; j++) {
      network.parameter(layer.bias(j), -1000);
    }
    network.parameter(layer.weight(7, 0), 0);
    network.parameter(layer.weight(7, 1), 0);
    network.parameter(layer.bias(7), -1);
    assertThat(hint(trainer(0.1).build().train(network, clouds(151, 0))))
        .contains("Every sample is answered with class ")
        .contains("Of the 8 units of layer 1, 8 (100 %) are dead");
  }

  @Test
  void sigmoidsThatAreSaturated() {
    DoubleNetwork network = network(Activation.SIGMOID);
    for (int j = 0; j < 8; j++) {
      network.parameter(network.layout().layer(1).bias(j), 300);
    }
    assertThat(hint(trainer(0.01).build().train(network, clouds(150, 0))))
        .contains("In layer 1, 100 % of all SIGMOID outputs are saturated");
  }

  @Test
  void aRunThatDivergesSaysSoItself() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(2, 3, Activation.IDENTITY));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    assertThatThrownBy(() -> trainer(10).epochs(300).build().train(network, clouds(150, 0)))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageEndingWith("Try a smaller learning rate.");
  }
}
