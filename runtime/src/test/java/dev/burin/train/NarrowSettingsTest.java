package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.Sgd;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that a double holds and a float does not are refused before the first step. */
class NarrowSettingsTest {

  private static TrainerBuilder with(Optimizer optimizer) {
    return Trainer.builder().optimizer(optimizer).iterations(1);
  }

  static Stream<Arguments> lost() {
    return Stream.of(
        Arguments.of(with(new Sgd(1e-60)), "The learning rate 1.0E-60 is 0.0 in a float network"),
        Arguments.of(with(new Sgd(1e60)), "The learning rate 1.0E60 is Infinity in a float"),
        Arguments.of(with(new Momentum(1e-60, 0.9)), "The learning rate 1.0E-60 is 0.0"),
        Arguments.of(
            with(new Momentum(0.1, 0.99999999)), "The momentum 0.99999999 is 1.0 in a float"),
        Arguments.of(with(new Momentum(0.1, 1e-60)), "The momentum 1.0E-60 is 0.0 in a float"),
        Arguments.of(
            with(new Sgd(0.1)).weightDecay(1e-60), "The weight decay 1.0E-60 is 0.0 in a float"),
        Arguments.of(
            with(new Sgd(0.1)).weightDecay(1e60), "The weight decay 1.0E60 is Infinity in a"));
  }

  @ParameterizedTest
  @MethodSource("lost")
  void areRefusedByFloatNetworks(TrainerBuilder trainer, String message) {
    FloatNetwork network = Samples.floats(2, 3, 1);
    assertThatThrownBy(() -> trainer.build().train(network, Samples.xor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("precision = DOUBLE");
  }

  static Stream<TrainerBuilder> held() {
    return Stream.of(
        with(new Sgd(1e-60)),
        with(new Momentum(0.1, 0.99999999)),
        with(new Momentum(0.1, 1e-60)),
        with(new Sgd(0.1)).weightDecay(1e-60));
  }

  @ParameterizedTest
  @MethodSource("held")
  void areTakenByDoubleNetworks(TrainerBuilder trainer) {
    assertThatCode(() -> trainer.build().train(Samples.doubles(2, 3, 1), Samples.xor()))
        .doesNotThrowAnyException();
  }
}
