package dev.burin.sample.serve;

import dev.burin.sample.json.JsonText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that can be asked of a served network. A server finds the endpoint of a request, reads no
 * more of its body than that wants, and gives back its answer:
 *
 * <pre>{@code
 * Endpoint endpoint = service.endpoint(method, path);
 * // refuse a body of more than endpoint.mostBytes(), and what endpoint.refusal(fields) refuses
 * Answer answer = endpoint.answer(new Request(fields, body));
 * }</pre>
 */
public final class Service {

  /** A weights file holds four bytes for each parameter, and a header. */
  private static final long HEADER_OF_WEIGHTS = 1 << 20;

  /** Whoever reads so many numbers is drawn for. */
  private static final int PIXELS = 28 * 28;

  private final Model model;
  private final Metrics metrics;
  private final Map<String, Map<String, Endpoint>> endpoints = new HashMap<>();
  private volatile boolean closing;

  /**
   * A service.
   *
   * @param metrics counts what is predicted; the server counts its own there too
   * @param token changes weights; without one nobody may
   * @param mostBytes the most bytes of a request for predictions
   */
  public Service(Model model, Metrics metrics, @Nullable Token token, long mostBytes) {
    this.model = Objects.requireNonNull(model, "The model is null; give one.");
    this.metrics = Objects.requireNonNull(metrics, "The metrics are null; give some.");
    news();
    work(token, mostBytes);
    protocol(mostBytes);
  }

  private void drawing() {
    get("/", Page.endpoint("page.html", "text/html; charset=utf-8"));
    get("/page.css", Page.endpoint("page.css", "text/css; charset=utf-8"));
    get("/page.js", Page.endpoint("page.js", "text/javascript; charset=utf-8"));
    get("/digit.js", Page.endpoint("digit.js", "text/javascript; charset=utf-8"));
  }

  private void news() {
    About about = new About(model);
    if (model.shape().inputs() == PIXELS) {
      drawing();
    } else {
      get("/", Endpoint.news("page", _ -> about.model()));
    }
    get("/healthz", Endpoint.news("healthz", _ -> about.health()));
    get("/readyz", Endpoint.news("readyz", _ -> about.readiness(closing)));
    get("/model", Endpoint.news("model", _ -> about.model()));
    get(
        "/metrics",
        Endpoint.news("metrics", _ -> Answer.text(200, Metrics.TYPE, metrics.text(model))));
  }

  private void work(@Nullable Token token, long mostBytes) {
    long row = (long) Float.BYTES * model.shape().inputs();
    Weights weights = new Weights(model, token);
    long mostWeights = HEADER_OF_WEIGHTS + Float.BYTES * model.shape().parameters();
    Predict predict = new Predict(model, metrics, mostBytes);
    post("/predict", Endpoint.work("predict", mostBytes, predict::answer));
    post("/activations", Endpoint.work("activations", row, new Activations(model)::answer));
    post("/model", Endpoint.work("swap", mostWeights, weights::answer).after(weights::admit));
  }

  private void protocol(long mostBytes) {
    OpenInference protocol = new OpenInference(model, metrics, mostBytes);
    About about = new About(model);
    get("/v2", Endpoint.news("v2", _ -> protocol.server()));
    get("/v2/health/live", Endpoint.news("v2 live", _ -> about.health()));
    get("/v2/health/ready", Endpoint.news("v2 ready", _ -> about.readiness(closing)));
    for (String root : protocol.roots()) {
      get(root, Endpoint.news("v2 model", _ -> protocol.metadata()));
      get(root + "/ready", Endpoint.news("v2 ready", _ -> about.readiness(closing)));
      post(root + "/infer", Endpoint.work("v2 infer", mostBytes, protocol::infer));
    }
  }

  private void get(String path, Endpoint endpoint) {
    add("GET", path, endpoint);
    add("HEAD", path, endpoint);
  }

  private void post(String path, Endpoint endpoint) {
    add("POST", path, endpoint);
  }

  /** Adds an endpoint of one's own, before the server starts; one that is there is replaced. */
  public void add(String method, String path, Endpoint endpoint) {
    endpoints.computeIfAbsent(path, _ -> new TreeMap<>()).put(method, endpoint);
  }

  /** What a request is for; where there is nothing, an endpoint that says so. */
  public Endpoint endpoint(String method, String path) {
    Map<String, Endpoint> methods = endpoints.get(path);
    if (methods == null) {
      return none(
          Answer.error(
              404, "There is nothing at " + JsonText.shown(path) + "; see docs/serving.md."));
    }
    Endpoint endpoint = methods.get(method);
    if (endpoint == null) {
      String allowed = String.join(", ", methods.keySet());
      String sentence = JsonText.shown(method) + " is not for " + path + "; use " + allowed + ".";
      return none(Answer.error(405, sentence).with("Allow", allowed));
    }
    return endpoint;
  }

  private static Endpoint none(Answer answer) {
    Function<Request, Answer> always = _ -> answer;
    return Endpoint.news("none", always);
  }

  /** From now on it says that it is not ready, so that no more is sent to it. */
  public void closing() {
    closing = true;
  }

  /** Whether it is about to end. */
  public boolean isClosing() {
    return closing;
  }

  /** What is counted. */
  public Metrics metrics() {
    return metrics;
  }
}
