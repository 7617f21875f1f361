package dev.burin.sample.serve;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.sample.json.JsonText;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.serve.Mode;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A service over a network of 784-8-2 with weights of a seed, and requests without any server. */
public final class Asked {

  /** The token of the service. */
  public static final String TOKEN = "a-token-of-some-length";

  /** The most bytes of a request for predictions. */
  public static final int MOST_BYTES = 100_000;

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(784, 8, Activation.TANH),
          LayerShape.of(8, 2, Activation.IDENTITY));

  private final FloatServed<Engraved<FloatNetwork>> served;
  private final Service service;

  /** A service over the network of a seed. */
  public Asked(long seed, Mode mode, @Nullable Token token) {
    FloatNetwork first = seeded(seed);
    served = FloatServed.of(() -> first, network -> () -> network);
    FloatPredictor predictor = FloatPredictor.serving(served).mode(mode).build();
    service = new Service(new Model("digits", served, predictor), new Metrics(), token, MOST_BYTES);
  }

  /** The network of a seed. */
  public static FloatNetwork seeded(long seed) {
    FloatNetwork network = new FloatNetwork("Digits", SHAPE, new FloatTwin(SHAPE));
    network.initialize(seed);
    return network;
  }

  /** The service. */
  public Service service() {
    return service;
  }

  /** The network that is served. */
  public FloatServed<Engraved<FloatNetwork>> served() {
    return served;
  }

  Answer ask(String method, String path, byte[] body, String... fields) {
    Endpoint endpoint = service.endpoint(method, path);
    Fields header = name -> field(name, fields);
    Answer refusal = endpoint.refusal(header);
    return refusal != null ? refusal : endpoint.answer(new Request(header, body));
  }

  Answer get(String path) {
    return ask("GET", path, new byte[0]);
  }

  Answer post(String path, String body, String... fields) {
    return ask("POST", path, body.getBytes(StandardCharsets.UTF_8), fields);
  }

  private static @Nullable String field(String name, String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name)) {
        return fields[i + 1];
      }
    }
    return null;
  }

  static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** {@code [n][784]}, from 0 to 1. */
  public static float[] samples(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n * 784];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    return x;
  }

  /** Numbers as an array of JSON. */
  public static String json(float[] x, int from, int count) {
    return new JsonText().values(x, from, count).toString();
  }

  /** Rows as an array of JSON. */
  public static String rows(float[] x, int n) {
    JsonText text = new JsonText().array();
    for (int row = 0; row < n; row++) {
      text.values(x, row * 784, 784);
    }
    return text.endArray().toString();
  }
}
