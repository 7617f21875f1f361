package dev.burin.sample.httpd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.io.WeightsFile;
import dev.burin.sample.serve.Asked;
import dev.burin.sample.serve.Token;
import dev.burin.serve.Mode;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over the network an answer is what the network gives, until an orderly end. */
class ModelServerTest {

  private static final int CLIENTS = 32;

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] request(String path, byte[] body, String... fields) {
    String header =
        "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(header.getBytes(US_ASCII));
    request.writeBytes((String.join("\r\n", fields) + "\r\n\r\n").getBytes(US_ASCII));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static byte[] predict(float[] x) {
    return request("/predict", bytes(x), "Content-Type: application/octet-stream");
  }

  private static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"DIRECT", "BATCHING"})
  void everyAnswerIsThatOfTheNetworkBitForBit(Mode mode) throws Exception {
    try (Wired wired = new Wired(mode, null);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int seed = client;
        wrong.add(clients.submit(() -> wrong(wired, seed)));
      }
      for (Future<Integer> each : wrong) {
        assertThat(each.get()).isZero();
      }
    }
  }

  private static int wrong(Wired wired, int seed) throws Exception {
    int wrong = 0;
    try (Client client = wired.client()) {
      for (int i = 0; i < 20; i++) {
        int n = 1 + i % 3;
        float[] x = Asked.samples(n, 1_000L * seed + i);
        float[] out = new float[2 * n];
        wired.asked().served().get().network().outputs(x, n, out);
        byte[] body = client.send(predict(x)).reply().body();
        wrong += Arrays.equals(body, bytes(out)) ? 0 : 1;
      }
    }
    return wrong;
  }

  @Test
  void whoWaitedForTooLongIsRefusedBeforeTheBodyIsRead() throws Exception {
    Limits strict =
        new Limits(
            Wired.LIMITS.bodyBytes(),
            Wired.LIMITS.headerBytes(),
            Wired.LIMITS.connections(),
            Wired.LIMITS.seconds(),
            Duration.ZERO,
            0);
    try (Wired wired = new Wired(Mode.DIRECT, null, strict);
        Client client = wired.client()) {
      client.send("POST /predict HTTP/1.1\r\nHost: x\r\nContent-Length: 3136\r\n\r\n");
      Client.Reply reply = client.reply();
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header()).contains("\r\nretry-after: 1\r\n");
      client.send(new byte[3_136]);
      assertThat(client.send(get("/healthz")).reply().status()).isEqualTo(200);
      assertThat(client.send(get("/metrics")).reply().text())
          .contains("burin_refused_total{reason=\"overload\"} 1\n")
          .contains("burin_requests_total{endpoint=\"healthz\",status=\"200\"} 1\n")
          .contains("burin_requests_total{endpoint=\"predict\",status=\"503\"} 1\n");
    }
  }

  @Test
  void aLoneCallerIsNotRefusedForAMachineThatIsBusyElsewhere() throws Exception {
    Limits crowded =
        new Limits(
            Wired.LIMITS.bodyBytes(),
            Wired.LIMITS.headerBytes(),
            Wired.LIMITS.connections(),
            Wired.LIMITS.seconds(),
            Duration.ZERO,
            1);
    try (Wired wired = new Wired(Mode.DIRECT, null, crowded);
        Client client = wired.client()) {
      assertThat(client.send(predict(Asked.samples(1, 1))).reply().status()).isEqualTo(200);
    }
  }

  @Test
  void whoHasTheTokenChangesTheWeightsAndNobodyElseIsHeard() throws Exception {
    byte[] weights = WeightsFile.bytes(Asked.seeded(2));
    float[] x = Asked.samples(1, 1);
    try (Wired wired = new Wired(Mode.DIRECT, new Token(Asked.TOKEN));
        Client client = wired.client()) {
      client.send("POST /model HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n");
      assertThat(client.reply().status()).isEqualTo(401);
      try (Client other = wired.client()) {
        String token = "Authorization: Bearer " + Asked.TOKEN;
        assertThat(other.send(request("/model", weights, token)).reply().status()).isEqualTo(200);
        assertThat(other.send(predict(x)).reply().body())
            .isEqualTo(bytes(Asked.seeded(2).outputs(x)));
      }
    }
  }

  @Test
  void aHeadIsAnsweredWithoutABody() throws Exception {
    try (Wired wired = new Wired(Mode.DIRECT, null);
        Client client = wired.client()) {
      client.send("HEAD /v2 HTTP/1.1\r\nHost: x\r\n\r\nGET /v2 HTTP/1.1\r\nHost: x\r\n\r\n");
      client.endOfRequests();
      String both = new String(client.rest(), US_ASCII);
      assertThat(both.split("HTTP/1.1 200 OK")).hasSize(3);
      assertThat(both.split("binary_tensor_data")).hasSize(2);
    }
  }

  @Test
  void whatIsUnderWayAtTheEndIsAnswered() throws Exception {
    float[] x = Asked.samples(1, 1);
    byte[] request = predict(x);
    Wired wired = new Wired(Mode.DIRECT, null);
    try (Client client = wired.client()) {
      client.send(get("/healthz")).reply();
      client.send(Arrays.copyOf(request, 2_000));
      Thread.sleep(100);
      Thread end = Thread.ofPlatform().start(wired::close);
      while (!wired.asked().service().isClosing()) {
        Thread.onSpinWait();
      }
      client.send(Arrays.copyOfRange(request, 2_000, request.length));
      Client.Reply reply = client.reply();
      assertThat(reply.body()).isEqualTo(bytes(Asked.seeded(1).outputs(x)));
      assertThat(client.closed()).isTrue();
      end.join();
      assertThatIOException().isThrownBy(wired::client);
    }
  }

  @Test
  void aPortThatIsTakenIsToldSo() throws Exception {
    try (Wired wired = new Wired(Mode.DIRECT, null)) {
      InetSocketAddress taken =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), wired.server().port());
      assertThatIOException()
          .isThrownBy(() -> ModelServer.start(taken, wired.asked().service(), Wired.LIMITS))
          .withMessageContaining("Nobody can listen at ")
          .withMessageContaining("give another --port");
    }
  }

  @Test
  void limitsThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(0, 1, 1, 1, Duration.ZERO, 0))
        .withMessageContaining("below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(1, 1, 1, 1, Duration.ofMillis(-1), 0))
        .withMessageContaining("patience");
  }
}
