package dev.burin.micrometer;

import dev.burin.machine.Readiness;
import dev.burin.serve.Health;
import dev.burin.serve.Refusal;
import dev.burin.serve.ServingMetrics;
import dev.burin.serve.Swap;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what predictors and served networks do, in meters of Micrometer.
 *
 * <pre>{@code
 * BurinMeters meters = new BurinMeters(registry, Tags.of("model", "digits"));
 * FloatServed<DigitsNetwork> served = FloatServed.load(...).metrics(meters);
 * FloatPredictor predictor = FloatPredictor.serving(served).metrics(meters).build();
 * meters.queue(predictor::waiting).health(served::health);
 * }</pre>
 *
 * <p>With a Prometheus registry they are {@code burin_predict_seconds}, a histogram from a
 * microsecond on, {@code burin_batch_rows}, {@code burin_rows_total}, {@code
 * burin_refused_total{reason}}, {@code burin_swaps_total{result}}, {@code
 * burin_change_overs_total{readiness}}, {@code burin_queue_requests}, {@code burin_ready} and
 * {@code burin_network{path,fingerprint}}. Of samples that callers compute by themselves one of
 * {@value ServingMetrics#SAMPLED} is in the histogram, and stands for all of them among the rows.
 */
public final class BurinMeters implements ServingMetrics {

  private final MeterRegistry registry;
  private final Tags tags;
  private final Timer predict;
  private final DistributionSummary batch;
  private final Counter rows;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private final Counter accepted;
  private final Counter unaccepted;
  private final MultiGauge network;
  private volatile @Nullable Supplier<Health> health;

  /** Meters without tags of one's own. */
  public BurinMeters(MeterRegistry registry) {
    this(registry, Tags.empty());
  }

  /**
   * Meters in a registry.
   *
   * @param tags tell the meters of one network from those of another
   */
  public BurinMeters(MeterRegistry registry, Iterable<Tag> tags) {
    this.registry = Objects.requireNonNull(registry, "The registry is null; give one.");
    this.tags = Tags.of(Objects.requireNonNull(tags, "The tags are null; give some or none."));
    predict =
        Timer.builder("burin.predict")
            .description("Time of a batch, of many rows of one caller, or of a row by itself.")
            .tags(this.tags)
            .minimumExpectedValue(Buckets.times()[0])
            .serviceLevelObjectives(Buckets.times())
            .register(registry);
    batch =
        DistributionSummary.builder("burin.batch.rows")
            .description("Rows that were computed together.")
            .tags(this.tags)
            .serviceLevelObjectives(Buckets.rows())
            .register(registry);
    rows = counter("burin.rows", "Rows computed.", Tags.empty());
    for (Refusal reason : Refusal.values()) {
      String word = reason.name().toLowerCase(Locale.ROOT);
      refused.put(reason, counter("burin.refused", "Rows refused.", Tags.of("reason", word)));
    }
    String attempts = "Attempts to serve other weights.";
    accepted = counter("burin.swaps", attempts, Tags.of("result", "accepted"));
    unaccepted = counter("burin.swaps", attempts, Tags.of("result", "refused"));
    network =
        MultiGauge.builder("burin.network")
            .description("What computes, and which weights.")
            .tags(this.tags)
            .register(registry);
  }

  private Counter counter(String name, String description, Tags more) {
    return Counter.builder(name).description(description).tags(tags.and(more)).register(registry);
  }

  /** Shows how many samples wait, as {@code predictor::waiting} tells it. */
  public BurinMeters queue(IntSupplier waiting) {
    Objects.requireNonNull(waiting, "The supplier is null; give one such as predictor::waiting.");
    Gauge.builder("burin.queue.requests", waiting::getAsInt)
        .description("Rows that wait to be computed.")
        .tags(tags)
        .register(registry);
    return this;
  }

  /**
   * Shows whether a network is ready, and which weights it has, as {@code served::health} tells.
   */
  public BurinMeters health(Supplier<Health> health) {
    this.health = Objects.requireNonNull(health, "The supplier is null; give served::health, say.");
    Gauge.builder("burin.ready", () -> health.get().ready() ? 1 : 0)
        .description("Whether kernels are compiled and proved.")
        .tags(tags)
        .register(registry);
    look();
    return this;
  }

  /** Tags of a gauge are those of its first day, so that each change makes another one. */
  private void look() {
    Supplier<Health> now = health;
    if (now != null) {
      Health found = now.get();
      Tags which = Tags.of("path", found.path(), "fingerprint", found.parameters().sha256());
      network.register(List.of(MultiGauge.Row.of(which, 1)), true);
    }
  }

  @Override
  public void computed(int rows, long nanos) {
    predict.record(nanos, TimeUnit.NANOSECONDS);
    batch.record(rows);
    this.rows.increment(rows);
  }

  @Override
  public void sampled(long nanos) {
    predict.record(nanos, TimeUnit.NANOSECONDS);
    rows.increment(SAMPLED);
  }

  @Override
  public void refused(Refusal reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
  }

  @Override
  public void swapped(Swap swap, long nanos) {
    (swap.accepted() ? accepted : unaccepted).increment();
    look();
  }

  @Override
  public void changedOver(Readiness readiness, String path) {
    String word = readiness.name().toLowerCase(Locale.ROOT);
    counter("burin.change.overs", "Kernels in another state.", Tags.of("readiness", word))
        .increment();
    look();
  }
}
