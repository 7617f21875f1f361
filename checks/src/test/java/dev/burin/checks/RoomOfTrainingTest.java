package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.kernel.FloatKernels;
import dev.burin.network.FloatTraining;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of a gradient depend on the samples, not on the room that was made for them. */
class RoomOfTrainingTest {

  private static final int SAMPLES = 3 * FloatKernels.SHARD + 7;

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 127, 129, 200, 256, 5000})
  void anotherRoomGivesTheSameBits(int room) {
    ChanceNetwork network = new ChanceNetwork(5);
    Numbers numbers = new Numbers(8, Numbers.Kind.PLAIN, network.network().shape().precision());
    float[] x = FloatSubject.narrow(numbers.inputs(network.network().shape(), SAMPLES));
    float[] y = FloatSubject.narrow(numbers.targets(network.network().shape(), SAMPLES));
    FloatTraining expected = new FloatTraining(network.network(), SAMPLES, 1);
    FloatTraining actual = new FloatTraining(network.network(), room, 2);

    double cost = expected.gradient(x, y, SAMPLES);

    assertThat(actual.gradient(x, y, SAMPLES)).isEqualTo(cost);
    assertThat(actual.gradient()).isEqualTo(expected.gradient());
  }
}
