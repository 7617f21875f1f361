package dev.burin.sample.httpd;

import dev.burin.serve.Mode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests of one server with requests that are wrong: after each, a good one is answered. */
abstract class GoodAfterBad {

  static Wired wired;

  @BeforeAll
  static void start() throws IOException {
    wired = new Wired(Mode.BATCHING, null);
  }

  @AfterAll
  static void stop() {
    wired.close();
  }

  @AfterEach
  void aGoodRequestIsAnswered() throws IOException {
    try (Client client = wired.client()) {
      Good.request(client);
    }
  }
}
