package dev.burin.sample.httpd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are wrong get one sentence or a closed connection, and the next good one is
 * answered. In the tables {@code /} ends a line and {@code ~} stands for a body of three bytes.
 */
class AbuseTest extends GoodAfterBad {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "GET |nowhere HTTP|1.1/Host: x// > 404",
        "GET |..|..|etc|passwd HTTP|1.1/Host: x// > 404",
        "GET |healthz%2e HTTP|1.1/Host: x// > 404",
        "GET |predict HTTP|1.1/Host: x// > 405",
        "DELETE |model HTTP|1.1/Host: x// > 405",
        "TRACE | HTTP|1.1/Host: x// > 405",
        "post |predict HTTP|1.1/Host: x/Content-Length: 3//~ > 405",
        "GET |healthz HTTP|1.1/Host: x/Content-Length: 3//~ > 200",
        "GET http:||other|healthz HTTP|1.1/Host: x// > 200",
        "POST |predict HTTP|1.1/Host: x// > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Type: text|xml/Content-Length: 3//~ > 415",
        "POST |predict HTTP|1.1/Host: x/Content-Encoding: br/Content-Length: 3//~ > 415",
        "POST |predict HTTP|1.1/Host: x/Expect: 100-continue/Content-Length: 3//~ > 100",
        "POST |model HTTP|1.1/Host: x/Content-Length: 3//~ > 403",
        "POST |v2|models|digits|infer HTTP|1.1/Host: x/Content-Length: 3//~ > 400",
        "POST |v2|models|other|infer HTTP|1.1/Host: x/Content-Length: 3//~ > 404",
        "//GET |healthz HTTP|1.1/Host: x// > 200"
      })
  void whatIsOnlyWrongIsAnsweredAndTheConnectionGoesOn(String request, int status)
      throws IOException {
    try (Client client = wired.client()) {
      Client.Reply reply = client.send(Good.lines(request)).reply();
      assertThat(reply.status()).isEqualTo(status);
      if (status >= 400) {
        assertThat(reply.text()).matches("\\{\"error\":\"[^\"]+\\.\"}");
      }
      if (status == 100) {
        assertThat(client.reply().status()).isEqualTo(400);
      }
      Good.request(client);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "[", "nonsense", "[1,2", "{\"inputs\":", "[[[[[[[[[[[[[[[[[[[[", "[1e999]", "\u0000",
        "[NaN]", "[[1],[2]]", "\u00ff\u00fe", "[1]]", "{\"a\":1}", "[\"\\ud800\"]", "[-]", "[,]"
      })
  void jsonThatIsNoneIsToldSo(String body) throws IOException {
    try (Client client = wired.client()) {
      client.send(Good.sized("/predict", body));
      Client.Reply reply = client.reply();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.text()).matches("\\{\"error\":\".+\\.\"}");
      Good.request(client);
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
    for (String length : new String[] {"100001", "5000000000", "999999999999999999"}) {
      try (Client client = wired.client()) {
        client.send(Good.post("/predict", "Content-Length: " + length));
        Client.Reply reply = client.reply();
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.header()).contains("connection: close");
        assertThat(reply.text()).contains("The body is too long; 100000 bytes are read here.");
      }
    }
  }

  @Test
  void chunksThatAreTooManyAreRefusedWhileTheyAreCounted() throws IOException {
    try (Client client = wired.client()) {
      client.send(Good.post("/predict", "Transfer-Encoding: chunked"));
      byte[] chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(US_ASCII);
      for (int i = 0; i < 8; i++) {
        client.sent(chunk);
      }
      assertThat(client.reply().status()).isEqualTo(413);
    }
  }

  @Test
  void aHugeHeaderIsCutOff() throws IOException {
    String field = "X-A: " + "a".repeat(100_000) + "\r\n";
    String fields = "X-%d: b\r\n";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      many.append(String.format(Locale.ROOT, fields, i));
    }
    String path = "/" + "p".repeat(100_000);
    for (String request :
        new String[] {
          "GET /healthz HTTP/1.1\r\nHost: x\r\n" + field + "\r\n",
          "GET /healthz HTTP/1.1\r\nHost: x\r\n" + many + "\r\n",
          "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"
        }) {
      try (Client client = wired.client()) {
        client.sent(request.getBytes(US_ASCII));
        assertThat(client.reply()).isEqualTo(Client.Reply.NONE);
      }
    }
  }

  @Test
  void requestsThatAreTornAreDropped() throws IOException {
    String whole = Good.sized("/predict", Good.BODY);
    for (int cut : new int[] {0, 1, 5, 20, 40, 60, whole.length() / 2, whole.length() - 1}) {
      try (Client client = wired.client()) {
        client.send(whole.substring(0, cut)).endOfRequests();
        assertThat(client.reply().status()).isIn(0, 400);
        assertThat(client.closed()).isTrue();
      }
      try (Client client = wired.client()) {
        client.send(whole.substring(0, cut));
      }
    }
  }

  /** They wait together, so that the test takes no longer than the limit of one. */
  @Test
  void whoIsSlowIsCutOffAndHoldsUpNobody() throws IOException {
    String[] slow = {
      "",
      "G",
      "GET /healthz HTTP/1.1\r\nHost: x\r\n",
      Good.post("/predict", "Content-Length: 50000") + "[1,",
      Good.post("/predict", "Transfer-Encoding: chunked") + "5\r\n[1",
      Good.post("/v2/models/digits/infer", "Content-Length: 50000") + "{",
    };
    Client[] clients = new Client[10 * slow.length];
    for (int i = 0; i < clients.length; i++) {
      clients[i] = wired.client().send(slow[i % slow.length]);
    }
    for (int i = 0; i < 20; i++) {
      aGoodRequestIsAnswered();
    }
    for (int i = 0; i < clients.length; i++) {
      if (i % slow.length != 0) {
        assertThat(clients[i].reply().status()).as("%d", i).isIn(0, 400, 408);
        assertThat(clients[i].closed()).isTrue();
      }
      clients[i].close();
    }
  }

  @Test
  void whatComesInOneGoIsAnsweredInItsOrder() throws IOException {
    String good = Good.sized("/predict", Good.BODY);
    String bad = Good.post("/predict", "Content-Length: 3") + "[1]";
    try (Client client = wired.client()) {
      client.send((good + bad).repeat(20));
      for (int i = 0; i < 20; i++) {
        assertThat(client.reply().status()).isEqualTo(200);
        assertThat(client.reply().status()).isEqualTo(400);
      }
    }
  }

  @Test
  void connectionsBeyondTheirNumberAreClosedAndTheOthersAnswered() throws IOException {
    Client[] clients = new Client[Wired.LIMITS.connections() + 20];
    int open = 0;
    for (int i = 0; i < clients.length; i++) {
      clients[i] = wired.client();
      clients[i].sent("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      open += clients[i].reply().status() == 200 ? 1 : 0;
    }
    for (Client client : clients) {
      client.close();
    }
    assertThat(open).isBetween(Wired.LIMITS.connections() - 60, Wired.LIMITS.connections());
    awaitRoom();
  }

  /** The server sees that a client has closed when it comes to look, which may be a while later. */
  private void awaitRoom() throws IOException {
    boolean room = false;
    long end = System.nanoTime() + 10_000_000_000L;
    while (!room && System.nanoTime() - end < 0) {
      try (Client client = wired.client()) {
        client.sent("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        room = client.reply().status() == 200;
      }
    }
    assertThat(room).isTrue();
  }
}
