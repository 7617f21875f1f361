package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.network.FloatNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mode gives each caller the bits that the network gives it. */
class FloatPredictorTest {

  private static final int CLIENTS = 64;
  private static final int CALLS = 200;

  private final FloatNetwork network = Networks.seeded(3);

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyCallerGetsTheBitsOfTheNetwork(Mode mode) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      serveAll(mode, clients);
    }
  }

  @Test
  void platformThreadsAreServedToo() throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      serveAll(Mode.BATCHING, clients);
    }
  }

  private void serveAll(Mode mode, ExecutorService clients) throws Exception {
    try (FloatPredictor predictor = FloatPredictor.of(network).mode(mode).rows(16).build()) {
      predictor.warmUp(Duration.ofMillis(1));
      List<Future<Integer>> results = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int seed = client;
        results.add(clients.submit(() -> wrong(predictor, seed)));
      }
      for (Future<Integer> result : results) {
        assertThat(result.get()).isZero();
      }
      assertThat(predictor.waiting()).isZero();
    }
  }

  /** How many outputs differ from those of the network. */
  private int wrong(FloatPredictor predictor, int seed) {
    float[] x = Networks.samples(CALLS, seed);
    float[] expected = new float[CALLS * 3];
    network.outputs(x, CALLS, expected);
    float[] out = new float[5];
    int wrong = 0;
    for (int call = 0; call < CALLS; call++) {
      predictor.predict(x, 5 * call, out, 2);
      for (int j = 0; j < 3; j++) {
        wrong += Float.compare(out[2 + j], expected[3 * call + j]) == 0 ? 0 : 1;
      }
    }
    return wrong;
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, begin at element -1 of the array of inputs",
    "6, 0, The array of inputs holds 10 elements",
    "0, -2, begin at element -2 of the array of outputs",
    "0, 1, The array of outputs holds 3 elements"
  })
  void placesAreCheckedBeforeOthersAreConcerned(int xAt, int outAt, String message) {
    try (FloatPredictor predictor = FloatPredictor.of(network).mode(Mode.BATCHING).build()) {
      assertThatThrownBy(() -> predictor.predict(new float[10], xAt, new float[3], outAt))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
      float[] both = new float[10];
      assertThatThrownBy(() -> predictor.predict(both, 0, both, 5))
          .hasMessageContaining("give the outputs an array of their own");
    }
  }

  @Test
  void whatTheNetworkRefusesIsToldToItsCaller() {
    FloatNetwork unset = new FloatNetwork(Networks.SHAPE, network.kernels());
    try (FloatPredictor predictor = FloatPredictor.of(unset).mode(Mode.BATCHING).build()) {
      assertThatThrownBy(() -> predictor.predict(new float[5], 0, new float[3], 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has no weights yet");
      assertThat(predictor.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aClosedPredictorRefuses(Mode mode) {
    FloatPredictor predictor = FloatPredictor.of(network).mode(mode).build();
    predictor.close();
    float[] out = new float[3];
    assertThatThrownBy(() -> predictor.predict(new float[5], 0, out, 0))
        .isInstanceOf(RefusedException.class)
        .hasMessage("The predictor refused a sample: it is closed; make another one.");
    assertThatThrownBy(() -> predictor.predict(new float[5], 0, 1, out, 0))
        .isInstanceOf(RefusedException.class);
    assertThat(predictor).asString().startsWith("closed predictor of Served");
  }

  @Test
  void autoTellsBothTimesAndItsChoice() {
    try (FloatPredictor predictor = FloatPredictor.of(network).build()) {
      assertThat(predictor.mode()).isEqualTo(Mode.DIRECT);
      String line = predictor.warmUp(Duration.ofMillis(1));
      assertThat(line)
          .matches(
              "plain, (direct|batching): a sample takes [0-9.]+ us by itself and [0-9.]+ us in a"
                  + " batch of 64, and handing it over about 1.0 us");
      assertThat(predictor.toString()).endsWith(line.substring("plain, ".length()));
    }
  }

  @Test
  void settingsAreChecked() {
    FloatPredictorBuilder builder = FloatPredictor.of(network);
    assertThatThrownBy(() -> builder.rows(1)).hasMessage("The number of rows is 1, not 2 to 4096.");
    assertThatThrownBy(() -> builder.capacity(0))
        .hasMessage("The capacity is 0, not 1 to 1048576.");
  }
}
