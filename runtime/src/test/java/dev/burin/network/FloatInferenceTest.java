package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatInferenceTest {

  private static final int INPUTS = 5;
  private static final int OUTPUTS = 3;

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 1", "1, 3", "2, 3", "167, 2", "168, 2", "337, 2", "400, 3", "400, 8"})
  void sharesTheSamplesWithoutChangingABit(int n, int threads) {
    FloatNetwork network = network();
    float[] x = samples(n);
    float[] alone = new float[n * OUTPUTS];
    float[] shared = new float[n * OUTPUTS + 1];
    shared[n * OUTPUTS] = -7;

    network.outputs(x, n, alone);
    new FloatInference(network, threads).outputs(x, n, shared);

    assertThat(Arrays.copyOf(shared, alone.length)).isEqualTo(alone);
    assertThat(shared[n * OUTPUTS]).isEqualTo(-7);
  }

  @Test
  void refusesArraysThatAreTooShort() {
    FloatInference inference = new FloatInference(network(), 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference.outputs(samples(2), 3, new float[9]))
        .withMessageContaining("inputs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference.outputs(samples(3), 3, new float[8]))
        .withMessageContaining("outputs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inference.outputs(samples(3), -1, new float[9]));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000_000})
  void refusesNoThreadsAndTooMany(int threads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatInference(network(), threads))
        .withMessage("The number of threads is " + threads + "; give 1 to 1024.");
  }

  @Test
  void anExecutorOfOnesOwnChangesNoBit() {
    FloatNetwork network = network();
    float[] x = samples(400);
    float[] alone = new float[400 * OUTPUTS];
    float[] shared = new float[400 * OUTPUTS];
    network.outputs(x, 400, alone);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      new FloatInference(network, 3, pool).outputs(x, 400, shared);
    }
    assertThat(shared).isEqualTo(alone);
  }

  @Test
  void twoThreadsAtOnceAreRefused() {
    FloatNetwork network = network();
    AtomicReference<Runnable> second = new AtomicReference<>(() -> {});
    FloatInference inference = new FloatInference(network, 2, task -> second.get().run());
    float[] x = samples(10);
    second.set(() -> inference.outputs(x, 10, new float[30]));

    assertThatThrownBy(() -> inference.outputs(x, 10, new float[30]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another thread uses this FloatInference now");
    second.set(() -> {});
    inference.outputs(x, 10, new float[30]);
  }

  private static float[] samples(int n) {
    Random random = new Random(n);
    float[] x = new float[n * INPUTS];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    return x;
  }

  private static FloatNetwork network() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.HALF_MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(INPUTS, 4, Activation.TANH),
            LayerShape.of(4, OUTPUTS, Activation.SIGMOID));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    return network;
  }
}
