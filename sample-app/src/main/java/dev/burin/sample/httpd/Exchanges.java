package dev.burin.sample.httpd;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.burin.sample.serve.Answer;
import dev.burin.sample.serve.Endpoint;
import dev.burin.sample.serve.Fields;
import dev.burin.sample.serve.Request;
import dev.burin.sample.serve.RequestException;
import dev.burin.sample.serve.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes each request from the server of the JDK to the service, and its answer back. */
final class Exchanges implements HttpHandler {

  private static final Logger LOGGER = Logger.getLogger(Exchanges.class.getName());

  private final Service service;
  private final Bodies bodies;

  Exchanges(Service service, Bodies bodies) {
    this.service = service;
    this.bodies = bodies;
  }

  /** What is thrown from here has the server close the connection, but for an error of the JVM. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    } catch (Error e) {
      LOGGER.log(Level.WARNING, "A request could not be answered.", e);
      throw new IOException(e);
    }
  }

  private Answer answer(HttpExchange exchange) {
    try {
      Wire.check(exchange);
    } catch (RequestException e) {
      return closing(exchange, e.answer());
    }
    if (Wire.chunked(exchange) || Wire.closes(exchange) || service.isClosing()) {
      closing(exchange);
    }
    Endpoint endpoint =
        service.endpoint(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    Answer answer = answer(exchange, endpoint);
    service.metrics().answered(endpoint, answer.status());
    return answer;
  }

  private Answer answer(HttpExchange exchange, Endpoint endpoint) {
    if (endpoint.work() && Admission.late()) {
      service.metrics().refused("overload");
      return Answer.busy("There is more to do than can be done now; ask again after a second.");
    }
    Fields fields = exchange.getRequestHeaders()::getFirst;
    Answer refusal = endpoint.refusal(fields);
    if (refusal != null) {
      return refusal;
    }
    if (endpoint.mostBytes() == 0) {
      return endpoint.answer(new Request(fields, new byte[0]));
    }
    try (Bodies.Body body =
        bodies.read(exchange.getRequestBody(), Wire.length(exchange), endpoint.mostBytes())) {
      return endpoint.answer(new Request(fields, body.bytes()));
    } catch (RequestException e) {
      service.metrics().refused(Integer.toString(e.status()));
      return closing(exchange, e.answer());
    }
  }

  private static Answer closing(HttpExchange exchange, Answer answer) {
    closing(exchange);
    return answer;
  }

  private static void closing(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Connection", "close");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.fields().forEach(headers::set);
    headers.set("X-Content-Type-Options", "nosniff");
    int length = answer.body().length;
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    }
  }
}
