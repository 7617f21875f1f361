package dev.burin.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.serve.Mode;
import dev.burin.serve.RefusedException;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a predictor and a served network do is found in a registry, by the names of Prometheus. */
class BurinMetersTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, LayerShape.of(3, 2, Activation.TANH));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final BurinMeters meters = new BurinMeters(registry, Tags.of("model", "digits"));
  private final FloatServed<Engraved<FloatNetwork>> served = served();

  private static FloatNetwork seeded(long seed) {
    FloatNetwork network = new FloatNetwork("Digits", SHAPE, new FloatTwin(SHAPE));
    network.initialize(seed);
    return network;
  }

  private static FloatServed<Engraved<FloatNetwork>> served() {
    FloatNetwork first = seeded(1);
    return FloatServed.of(() -> first, network -> () -> network);
  }

  @Test
  void batchesAreCountedAndTimedFromAMicrosecondOn() {
    try (FloatPredictor predictor = predictor(Mode.BATCHING)) {
      for (int i = 0; i < 5; i++) {
        predictor.predict(new float[3], 0, new float[2], 0);
      }
      predictor.predict(new float[30], 0, 10, new float[20], 0);
    }
    assertThat(registry.scrape())
        .contains("burin_predict_seconds_bucket{model=\"digits\",le=\"1.0E-6\"} ")
        .contains("burin_predict_seconds_bucket{model=\"digits\",le=\"+Inf\"} 6")
        .contains("burin_predict_seconds_count{model=\"digits\"} 6")
        .contains("burin_batch_rows_bucket{model=\"digits\",le=\"1.0\"} 5")
        .contains("burin_batch_rows_sum{model=\"digits\"} 15.0")
        .contains("burin_rows_total{model=\"digits\"} 15.0");
  }

  @Test
  void ofSamplesThatCallersComputeSomeAreTimed() {
    try (FloatPredictor predictor = predictor(Mode.DIRECT)) {
      for (int i = 0; i < 64_000; i++) {
        predictor.predict(new float[3], 0, new float[2], 0);
      }
    }
    // 1,000 are expected, with a standard deviation of 31.
    assertThat(registry.get("burin.predict").timer().count()).isBetween(800L, 1_200L);
    assertThat(registry.get("burin.rows").counter().count())
        .isEqualTo(64.0 * registry.get("burin.predict").timer().count());
  }

  @Test
  void refusalsAndSwapsAreCountedByTheirReasons() {
    served.metrics(meters);
    FloatPredictor predictor = predictor(Mode.DIRECT);
    meters.queue(predictor::waiting).health(served::health);
    String before = served.health().parameters().sha256();
    predictor.close();
    assertThatThrownBy(() -> predictor.predict(new float[3], 0, new float[2], 0))
        .isInstanceOf(RefusedException.class);
    assertThat(served.swap(seeded(2)).accepted()).isTrue();
    assertThat(served.swap(Path.of("none")).accepted()).isFalse();
    String after = served.health().parameters().sha256();
    assertThat(registry.scrape())
        .contains("burin_refused_total{model=\"digits\",reason=\"closed\"} 1.0")
        .contains("burin_refused_total{model=\"digits\",reason=\"full\"} 0.0")
        .contains("burin_swaps_total{model=\"digits\",result=\"accepted\"} 1.0")
        .contains("burin_swaps_total{model=\"digits\",result=\"refused\"} 1.0")
        .contains("burin_queue_requests{model=\"digits\"} 0.0")
        .contains("burin_ready{model=\"digits\"} 1.0")
        .contains("fingerprint=\"" + after + "\"")
        .doesNotContain(before);
  }

  private FloatPredictor predictor(Mode mode) {
    return FloatPredictor.serving(served).mode(mode).metrics(meters).build();
  }
}
