package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.serve.Health;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted, in the text format of Prometheus. */
public final class Metrics {

  /** The format, in the words of its specification. */
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Histogram predict = new Histogram();
  private final LongAdder rows = new LongAdder();
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  /** Counts nothing yet. */
  public Metrics() {}

  /** The outputs of some samples, timed. */
  float[] timed(Model model, Rows samples) {
    long start = System.nanoTime();
    float[] out = model.outputs(samples.x(), samples.rows());
    predict.add(System.nanoTime() - start);
    rows.add(samples.rows());
    return out;
  }

  /** The outputs of some samples from a network that they were made for, timed. */
  float[] timed(Model model, FloatNetwork network, Rows samples) {
    long start = System.nanoTime();
    float[] out = model.outputs(network, samples.x(), samples.rows());
    predict.add(System.nanoTime() - start);
    rows.add(samples.rows());
    return out;
  }

  /** Counts a request that was answered. */
  public void answered(Endpoint endpoint, int status) {
    count(requests, "{endpoint=\"" + endpoint.name() + "\",status=\"" + status + "\"}");
  }

  /**
   * Counts a request that there was no room or no time for.
   *
   * @param reason one of a few words
   */
  public void refused(String reason) {
    count(refused, "{reason=\"" + reason + "\"}");
  }

  private static void count(Map<String, LongAdder> counts, String labels) {
    counts.computeIfAbsent(labels, _ -> new LongAdder()).increment();
  }

  /** All of it. */
  String text(Model model) {
    Health health = model.served().health();
    StringBuilder text = new StringBuilder();
    head(text, "burin_predict_seconds", "histogram", "Time to predict the rows of one request.");
    predict.write(text, "burin_predict_seconds");
    one(text, "burin_rows_total", "counter", "Rows predicted.", "", rows.sum());
    head(text, "burin_requests_total", "counter", "Requests answered.");
    all(text, "burin_requests_total", requests);
    head(text, "burin_refused_total", "counter", "Requests for which there was no room or time.");
    all(text, "burin_refused_total", refused);
    int waiting = model.predictor().waiting();
    one(text, "burin_queue_requests", "gauge", "Samples that wait to be computed.", "", waiting);
    head(text, "burin_swaps_total", "counter", "Attempts to serve other weights.");
    line(text, "burin_swaps_total", "{result=\"accepted\"}", health.swaps());
    line(text, "burin_swaps_total", "{result=\"refused\"}", health.refused());
    long ready = health.ready() ? 1 : 0;
    one(text, "burin_ready", "gauge", "Whether kernels are compiled and proved.", "", ready);
    String labels =
        "{path=\"" + health.path() + "\",fingerprint=\"" + health.parameters().sha256() + "\"}";
    one(text, "burin_network_info", "gauge", "What computes, and which weights.", labels, 1);
    return text.toString();
  }

  private static void all(StringBuilder text, String name, Map<String, LongAdder> counts) {
    new TreeMap<>(counts).forEach((labels, count) -> line(text, name, labels, count.sum()));
  }

  private static void one(
      StringBuilder text, String name, String type, String help, String labels, long value) {
    head(text, name, type, help);
    line(text, name, labels, value);
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, String labels, long value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }
}
