package dev.burin.sample.httpd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.sample.serve.Asked;
import java.io.IOException;

/** Requests as text, and a good one that is answered whatever happened before. */
final class Good {

  private static final float[] X = Asked.samples(1, 3);

  /** What is sent. */
  static final String BODY = Asked.json(X, 0, 784);

  /** What is answered by the network of seed 1. */
  static final String ANSWER = answer();

  private Good() {}

  private static String answer() {
    float[] out = Asked.seeded(1).outputs(X);
    return "{\"outputs\":" + Asked.json(out, 0, out.length) + "}";
  }

  /** Sends it and sees to the answer. */
  static void request(Client client) throws IOException {
    Client.Reply reply = client.send(sized("/predict", BODY)).reply();
    assertThat(reply.text()).isEqualTo(ANSWER);
    assertThat(reply.status()).isEqualTo(200);
  }

  /** A request with a body. */
  static String sized(String path, String body) {
    return post(path, "Content-Length: " + body.length()) + body;
  }

  /** The header of a request. */
  static String post(String path, String... fields) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
  }

  /**
   * A request from a line of a table, where {@code /} ends a line, {@code |} is a slash and {@code
   * ~} a body of three bytes.
   */
  static String lines(String table) {
    return table.replace("/", "\r\n").replace("~", "[1]").replace("|", "/");
  }
}
