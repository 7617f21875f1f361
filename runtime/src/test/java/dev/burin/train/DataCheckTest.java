package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.FloatTable;
import dev.burin.data.Table;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that no cost is defined for, or that the precision loses, are found before a step. */
class DataCheckTest {

  private static NeuralNetwork network(
      Precision precision, Loss loss, Activation last, int in, int out) {
    NetworkShape shape = NetworkShape.of(loss, precision, LayerShape.of(in, out, last));
    NeuralNetwork network =
        precision == Precision.FLOAT
            ? new FloatNetwork(shape, new FloatTwin(shape))
            : new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    return network;
  }

  private static NeuralNetwork binary(Precision precision) {
    return network(precision, Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, 2, 1);
  }

  private static void refused(NeuralNetwork network, Table x, Table y, String message) {
    int length = network.layout().length();
    double[] before = new double[length];
    for (int i = 0; i < length; i++) {
      before[i] = network.parameter(i);
    }
    Dataset data = new Dataset(x, y);
    Trainer trainer = Trainer.builder().optimizer(new Sgd(0.1)).epochs(3).batch(1).build();
    assertThatThrownBy(() -> trainer.train(network, data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> Evaluation.cost(network, data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    for (int i = 0; i < length; i++) {
      assertThat(network.parameter(i)).isEqualTo(before[i]);
    }
  }

  private static final Table FOUR = new FloatTable(4, 2, new float[] {0, 0, 0, 1, 1, 0, 1, 1});

  @ParameterizedTest
  @EnumSource
  void classesThatAreNoProbabilities(Precision precision) {
    String rule = ", but BINARY_CROSS_ENTROPY takes numbers from 0 to 1";
    NeuralNetwork network = binary(precision);
    refused(
        network,
        FOUR,
        new FloatTable(4, 1, new float[] {1, 2, 2, 1}),
        "Row 1, column 0 of the targets is 2.0" + rule);
    refused(
        network,
        FOUR,
        new DoubleTable(4, 1, new double[] {0, 1, 1, -1}),
        "Row 3, column 0 of the targets is -1.0" + rule);
    refused(
        network,
        FOUR,
        new ByteTable(4, 1, new byte[] {0, 0, -1, 0}, 1),
        "Row 2, column 0 of the targets is 255.0" + rule);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfSoftmaxThatDoNotSumToOne(Precision precision) {
    NeuralNetwork network = network(precision, Loss.CROSS_ENTROPY, Activation.SOFTMAX, 2, 3);
    refused(
        network,
        FOUR,
        new ByteTable(4, 3, new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0}, 1),
        "Row 2 of the targets sums to 0.0, but CROSS_ENTROPY takes rows that sum to 1;");
    refused(
        network,
        FOUR,
        new FloatTable(4, 3, new float[] {1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0}),
        "Row 1 of the targets sums to 2.0");
    refused(
        network,
        FOUR,
        new DoubleTable(4, 3, new double[] {5, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0}),
        "Row 0, column 0 of the targets is 5.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void cellsThatAreNotFinite(double bad) {
    int n = 2000;
    double[] wide = new double[2 * n];
    float[] narrow = new float[2 * n];
    wide[2 * 1777 + 1] = bad;
    narrow[2 * 1777 + 1] = (float) bad;
    Table y = new ByteTable(n, 1, new byte[n], 1);
    String place = "Row 1777, column 1 of the features is " + bad;
    for (Precision precision : Precision.values()) {
      refused(binary(precision), new DoubleTable(n, 2, wide), y, place);
      refused(binary(precision), new FloatTable(n, 2, narrow), y, place);
      NeuralNetwork line = network(precision, Loss.MEAN_SQUARED_ERROR, Activation.IDENTITY, 1, 2);
      Table x = new ByteTable(n, 1, new byte[n], 1);
      refused(line, x, new FloatTable(n, 2, narrow), "Row 1777, column 1 of the targets is " + bad);
    }
  }

  @Test
  void aDoubleThatIsInfiniteInAFloatNetworkIsRefusedThereOnly() {
    Table x = new DoubleTable(4, 2, new double[] {0, 1, 2, 1e39, 4, 5, 6, 7});
    Table y = new FloatTable(4, 1, new float[4]);
    refused(
        binary(Precision.FLOAT),
        x,
        y,
        "Row 1, column 1 of the features is 1.0E39, which is Infinity in a float network;");
    refused(
        network(Precision.FLOAT, Loss.HALF_MEAN_SQUARED_ERROR, Activation.IDENTITY, 2, 1),
        FOUR,
        new DoubleTable(4, 1, new double[] {0, 0, -1e39, 0}),
        "Row 2, column 0 of the targets is -1.0E39, which is -Infinity in a float network;");
    assertThat(Evaluation.cost(binary(Precision.DOUBLE), new Dataset(x, y))).isNotNaN();
    assertThat(Evaluation.of(binary(Precision.DOUBLE), new Dataset(x, y)).size()).isEqualTo(4);
    assertThatThrownBy(() -> Evaluation.of(binary(Precision.FLOAT), new Dataset(x, y)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Row 1, column 1 of the features is 1.0E39, which is Infinity");
  }

  @Test
  void aColumnThatFloatMakesOneNumberIsRefusedThereOnly() {
    Table y = new FloatTable(2, 1, new float[2]);
    Table times = new DoubleTable(2, 2, new double[] {0, 1_700_000_001, 1, 1_700_000_050});
    refused(
        binary(Precision.FLOAT),
        times,
        y,
        "Column 1 of the features runs from 1.700000001E9 to 1.70000005E9, all of which is 1.7E9"
            + " in a float network;");
    refused(
        binary(Precision.FLOAT),
        new DoubleTable(2, 2, new double[] {1e-50, 1, 2e-50, 0}),
        y,
        "Column 0 of the features runs from 1.0E-50 to 2.0E-50, all of which is 0.0");
    assertThat(Evaluation.cost(binary(Precision.DOUBLE), new Dataset(times, y))).isNotNaN();
    // Equal numbers, and equal up to rounding, are a constant column: nothing is lost.
    for (double other : new double[] {0.3, 0.1 + 0.2}) {
      Table constant = new DoubleTable(2, 2, new double[] {0, 0.3, 1, other});
      assertThat(Evaluation.cost(binary(Precision.FLOAT), new Dataset(constant, y))).isNotNaN();
    }
  }

  @Test
  void weightsThatAreNotFiniteAreNamed() {
    for (NeuralNetwork network : List.of(Samples.floats(2, 3, 1), Samples.doubles(2, 3, 1))) {
      network.parameter(network.layout().layer(1).weight(2, 1), Double.NaN);
      Trainer trainer = Trainer.builder().optimizer(new Sgd(0.1)).epochs(1).build();
      assertThatThrownBy(() -> trainer.train(network, Samples.xor()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The weight [2][1] of layer 1 is NaN; initialize the network or load weights before"
                  + " it is trained.");
      network.initialize(1);
      network.parameter(network.layout().layer(2).bias(0), Double.POSITIVE_INFINITY);
      assertThatThrownBy(() -> trainer.train(network, Samples.xor()))
          .hasMessageStartingWith("The bias [0] of layer 2 is Infinity;");
    }
  }

  @Test
  void classNumbersForSeveralOutputsAreToldWhatToDo() {
    NeuralNetwork network = network(Precision.FLOAT, Loss.CROSS_ENTROPY, Activation.SOFTMAX, 2, 3);
    refused(
        network,
        FOUR,
        new FloatTable(4, 1, new float[] {0, 1, 2, 0}),
        "The targets of the data have 1 columns, but the network has 3 outputs; Labels.oneHot(3)");
  }
}
