package dev.burin.sample.httpd;

import dev.burin.sample.serve.Asked;
import dev.burin.sample.serve.Token;
import dev.burin.serve.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server on a free port of this machine, with limits that a test reaches soon. */
final class Wired implements AutoCloseable {

  /** One set for the JVM, as the server of the JDK reads its own only once. */
  static final Limits LIMITS =
      new Limits(Asked.MOST_BYTES, 8_192, 120, 5, Duration.ofSeconds(20), 0);

  private final Asked asked;
  private final ModelServer server;

  Wired(Mode mode, @Nullable Token token) throws IOException {
    this(mode, token, LIMITS);
  }

  Wired(Mode mode, @Nullable Token token, Limits limits) throws IOException {
    asked = new Asked(1, mode, token);
    server =
        ModelServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), asked.service(), limits);
  }

  Asked asked() {
    return asked;
  }

  ModelServer server() {
    return server;
  }

  Client client() throws IOException {
    return new Client(server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
