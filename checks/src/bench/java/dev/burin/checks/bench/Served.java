package dev.burin.checks.bench;

import dev.burin.network.FloatNetwork;
import dev.burin.sample.httpd.Limits;
import dev.burin.sample.httpd.ModelServer;
import dev.burin.sample.serve.Answer;
import dev.burin.sample.serve.Endpoint;
import dev.burin.sample.serve.Metrics;
import dev.burin.sample.serve.Model;
import dev.burin.sample.serve.Service;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/**
 * A network behind the server of the sample application, in a JVM of its own: warm when it tells
 * its port, and gone when its input ends. {@code POST /constant} reads a body as {@code /predict}
 * does and answers as many zeros as there are outputs.
 */
public final class Served {

  private static final int MOST_BYTES = 1 << 20;

  private Served() {}

  /** Serves the network that is named. */
  public static void main(String[] args) throws IOException {
    FloatNetwork network = Nets.valueOf(args[0]).make();
    FloatServed<?> served = FloatServed.of(() -> network, other -> () -> other);
    try (FloatPredictor predictor = FloatPredictor.serving(served).build()) {
      String line = predictor.warmUp(Duration.ofMinutes(2));
      Model model = new Model("served", served, predictor);
      Service service = new Service(model, new Metrics(), null, MOST_BYTES);
      byte[] zeros = new byte[Float.BYTES * network.shape().outputs()];
      Answer constant = new Answer(200, Map.of("Content-Type", Answer.BYTES), zeros);
      service.add(
          "POST", "/constant", new Endpoint("constant", MOST_BYTES, true, _ -> {}, _ -> constant));
      try (ModelServer server =
          ModelServer.start(new InetSocketAddress("127.0.0.1", 0), service, Limits.STANDARD)) {
        System.out.println(server.port() + " " + line);
        while (System.in.read() >= 0) {
          // Until the other side has gone.
        }
      }
    }
  }
}
