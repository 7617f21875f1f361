package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.sample.json.JsonText;
import dev.burin.serve.Health;
import dev.burin.serve.Timing;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;

/** What the network is, and how it is: for probes, and for people. */
final class About {

  private static final String TEXT = "text/plain; charset=utf-8";

  private final Model model;

  About(Model model) {
    this.model = model;
  }

  /** {@code GET /model}. */
  Answer model() {
    FloatNetwork network = model.network();
    NetworkShape shape = network.shape();
    Health health = model.served().health();
    JsonText text = new JsonText().object();
    text.name("name").value(model.name());
    text.name("widths").value(shape.widths());
    text.name("layers").array();
    for (LayerShape layer : shape.layers()) {
      text.object();
      text.name("in").value(layer.in()).name("out").value(layer.out());
      text.name("activation").value(layer.activationText()).endObject();
    }
    text.endArray();
    fields(text);
    text.name("loss").value(shape.loss().name());
    text.name("precision").value(shape.precision().name());
    text.name("parameters").value(shape.parameters());
    text.name("declaration").value(health.declaration().sha256());
    text.name("fingerprint").value(health.parameters().sha256());
    text.name("source").value(health.source());
    text.name("seconds").value(health.age().toSeconds());
    text.name("swaps").value(health.swaps());
    text.name("refused").value(health.refused());
    text.name("last refused").value(health.lastRefused());
    text.name("ready").value(health.ready());
    text.name("path").value(health.path());
    text.name("plan").value(network.state());
    text.name("mode").value(model.predictor().mode().name().toLowerCase(Locale.ROOT));
    model.predictor().timing().ifPresent(timing -> times(text, timing));
    return Answer.json(200, text.endObject());
  }

  /** The fields of records, where the network knows some. */
  private void fields(JsonText text) {
    Records records = model.records().notes(model.served().serving().notes());
    if (records != null) {
      text.name("fields").array();
      records.fields().forEach(text::value);
      text.endArray();
    }
  }

  private static void times(JsonText text, Timing timing) {
    text.name("microseconds").object();
    text.name("one row").value(timing.one() / 1_000, 3);
    text.name("a row in a batch").value(timing.inBatch() / 1_000, 3);
    text.name("rows of a batch").value(timing.rows()).endObject();
  }

  /** {@code GET /healthz}: it lives if it answers at all. */
  Answer health() {
    return text(200, model.served().health().toString());
  }

  /** {@code GET /readyz}: whether it is as fast as it will be, and not about to end. */
  Answer readiness(boolean closing) {
    Health health = model.served().health();
    boolean ready = health.ready() && !closing;
    return text(ready ? 200 : 503, closing ? "closing" : health.toString());
  }

  private static Answer text(int status, String line) {
    return Answer.text(status, TEXT, line + "\n");
  }
}
