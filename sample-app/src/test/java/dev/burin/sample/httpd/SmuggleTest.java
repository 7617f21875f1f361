package dev.burin.sample.httpd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests at odds with HTTP, behind which another could hide, end their connection; the tables are
 * read by {@link Good#lines}.
 */
class SmuggleTest extends GoodAfterBad {

  /** What follows on the same connection must not be taken for a request. */
  private static final String SMUGGLED = "GET /healthz HTTP/1.1\r\nHost: smuggled\r\n\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        // Two ideas of where the body ends.
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3/Transfer-Encoding: chunked//0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked/Content-Length: 3//0// > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3/Content-Length: 3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3/Content-Length: 4//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3, 3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: +3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: -3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: -0//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 0x3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 3.0//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: //~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length: 99999999999999999999//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Content-Length : 3//~ > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: gzip//~ > 501",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked/Transfer-Encoding: x//0// > 501",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: xchunked//0// > 501",
        "POST |predict HTTP|1.0/Host: x/Transfer-Encoding: chunked//0// > 400",
        // Chunks whose length is none.
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//x/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//-3/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//0x3/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//FFFFFFFF/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//100000003/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//2/~/0// > 400",
        "POST |predict HTTP|1.1/Host: x/Transfer-Encoding: chunked//3/~/0/Trailer: x// > 400",
        // Lines that are no request.
        "GET > 400",
        "GET |healthz > 400",
        "GET |healthz HTTP|9.9/Host: x// > 505",
        "GET |healthz HTTP|2.0/Host: x// > 505",
        "GET |healthz HTTP|1.1 x/Host: x// > 505",
        "GET |healthz http|1.1/Host: x// > 505",
        "GET  |healthz HTTP|1.1/Host: x// > 404",
        "GET |%zz HTTP|1.1/Host: x// > 400",
        "GET |healthz HTTP|1.1// > 400",
        "GET |healthz HTTP|1.1/Host: x/Host: y// > 400",
        "GET |healthz HTTP|1.1/Host: x/no colon// > 400",
        "GET |healthz HTTP|1.1/Host: x/: no name// > 400",
        "GET |healthz HTTP|1.1/Host: x/b@d: name// > 400",
        "GET |healthz HTTP|1.1/Host: x y// > 400",
        "GET |healthz HTTP|1.1/Host: x,y// > 400",
        "GET |healthz HTTP|1.1/Host: x/X-A: a\u0000b// > 400",
        "GET |healthz HTTP|1.1/Host: x/X-A: a\u001bb// > 400",
        "GET |healthz#a HTTP|1.1/Host: x// > 400",
        "POST |predict HTTP|1.1/Host: x/Expect: 200-ok/Content-Length: 3//~ > 417",
        "CONNECT host:443 HTTP|1.1/Host: x// > 0",
        "OPTIONS * HTTP|1.1/Host: x// > 404",
        "PRI * HTTP|2.0//SM// > 404"
      })
  void whatIsAtOddsWithHttpEndsTheConnection(String request, int status) throws IOException {
    try (Client client = wired.client()) {
      client
          .send(Good.lines(request) + (request.contains("//") ? "" : "\r\n"))
          .sent(SMUGGLED.getBytes(US_ASCII));
      client.endOfRequests();
      Client.Reply reply = client.reply();
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.text()).doesNotContain("ready");
      assertThat(client.closed()).isTrue();
    }
  }

  @Test
  void whoWantsTheEndAmongOtherWordsGetsIt() throws IOException {
    try (Client client = wired.client()) {
      client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: TE, Close\r\n\r\n" + SMUGGLED);
      assertThat(client.reply().status()).isEqualTo(200);
      assertThat(client.closed()).isTrue();
    }
  }

  @Test
  void whatFollowsChunksIsNoRequest() throws IOException {
    try (Client client = wired.client()) {
      StringBuilder chunks = new StringBuilder(Good.post("/predict", "Transfer-Encoding: chunked"));
      for (int at = 0; at < Good.BODY.length(); at += 1_000) {
        String chunk = Good.BODY.substring(at, Math.min(at + 1_000, Good.BODY.length()));
        chunks.append(Integer.toHexString(chunk.length())).append(";x=y\r\n").append(chunk);
        chunks.append("\r\n");
      }
      client.send(chunks + "0\r\n\r\n" + SMUGGLED);
      assertThat(client.reply().text()).isEqualTo(Good.ANSWER);
      assertThat(client.closed()).isTrue();
    }
  }
}
