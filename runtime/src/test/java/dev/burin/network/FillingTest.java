package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters that come one after the other, all of them or none. */
class FillingTest {

  private static NeuralNetwork unset(Precision precision) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, precision, LayerShape.of(2, 1, Activation.IDENTITY));
    return switch (precision) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  /** Weights 1 and 2 times a third and the bias 3. */
  private static void put(NeuralNetwork network, ParameterSink to) {
    int at = network.layout().layer(1).weight(0, 0);
    to.put(at, 1, new double[] {9, 1, 2}, 1, 2);
    to.multiply(at, 1, 2, 1 / 3.0);
    to.put(network.layout().layer(1).bias(0), 1, new double[] {3}, 0, 1);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theyAreRoundedToThePrecisionOfTheNetwork(Precision precision) {
    NeuralNetwork network = unset(precision);
    network.fill((Filling<RuntimeException>) to -> put(network, to));

    int at = network.layout().layer(1).weight(0, 0);
    boolean floats = precision == Precision.FLOAT;
    assertThat(network.hasWeights()).isTrue();
    assertThat(network.parameter(at)).isEqualTo(floats ? 1 / 3f : 1 / 3.0);
    assertThat(network.parameter(at + 1)).isEqualTo(floats ? 2 * (1 / 3f) : 2 * (1 / 3.0));
    assertThat(network.parameter(network.layout().layer(1).bias(0))).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aFailureLeavesTheNetworkAsItWas(Precision precision) {
    NeuralNetwork fresh = unset(precision);
    NeuralNetwork set = unset(precision);
    set.initialize(5);
    for (NeuralNetwork network : List.of(fresh, set)) {
      boolean had = network.hasWeights();
      int at = network.layout().layer(1).weight(0, 0);
      double before = network.parameter(at);
      List<Double> seen = new ArrayList<>();
      Filling<IllegalArgumentException> late =
          new Filling<>() {
            @Override
            public void fill(ParameterSink to) {
              put(network, to);
            }

            @Override
            public void check(NeuralNetwork filled) {
              seen.add(filled.parameter(filled.layout().layer(1).bias(0)));
              throw new IllegalArgumentException("no good");
            }
          };

      assertThatThrownBy(() -> network.fill(late)).hasMessage("no good");
      assertThat(seen).containsExactly(3.0);
      assertThat(network.hasWeights()).isEqualTo(had);
      assertThat(network.parameter(at)).isEqualTo(before);
    }
  }

  @Test
  void aFreshNetworkTakesThemWithoutASecondArray() {
    FloatNetwork network = (FloatNetwork) unset(Precision.FLOAT);
    network.fill(
        (Filling<RuntimeException>)
            to -> {
              put(network, to);
              assertThat(network.parameters()[network.layout().layer(1).bias(0)]).isEqualTo(3);
            });
  }

  @Test
  void otherThreadsSeeNoHalfOfThem() throws Exception {
    NeuralNetwork network = unset(Precision.FLOAT);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      network.fill(
          (Filling<Exception>)
              to -> {
                put(network, to);
                assertThat(other.submit(network::hasWeights).get()).isFalse();
                other
                    .submit(
                        () ->
                            assertThatIllegalStateException()
                                .isThrownBy(network::beginReading)
                                .withMessageContaining("is being trained or written by"))
                    .get();
              });
    }
    assertThat(network.hasWeights()).isTrue();
  }
}
