package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.io.WeightsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a JVM of its own: it serves, takes new weights, and ends well. */
class ServeCommandTest {

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  /** A server that says nothing would be waited for without end, so that another thread reads. */
  private static String line(BufferedReader out, String start) throws Exception {
    return CompletableFuture.supplyAsync(() -> read(out, start)).get(60, TimeUnit.SECONDS);
  }

  private static String read(BufferedReader out, String start) {
    try {
      String line = out.readLine();
      while (line != null && !line.startsWith(start)) {
        line = out.readLine();
      }
      assertThat(line).as("a line that starts with '%s'", start).isNotNull();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String predict(String address, float[] pixels) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "predict"))
            .POST(BodyPublishers.ofString(Arrays.toString(pixels)))
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void itServesTakesNewWeightsAndEndsWell() throws Exception {
    Path weights = folder.resolve(Output.WEIGHTS);
    float[] pixels = new float[784];
    Arrays.fill(pixels, 300, 500, 0.5f);
    WeightsFile.save(weights, new FiveOrEightNetwork(1));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--weights",
            weights.toString());
    Process process = builder.redirectErrorStream(true).start();
    // Not closed: that waits for whoever still reads, and the process is ended in any case.
    BufferedReader out = process.inputReader();
    try {
      assertThat(line(out, "784-196-1 with ")).endsWith(weights.toString());
      String address = line(out, "serves http://127.0.0.1:").split(" ")[1];
      assertThat(predict(address, pixels)).isEqualTo(answer(1, pixels));
      Path next = folder.resolve("next");
      WeightsFile.save(next, new FiveOrEightNetwork(2));
      Files.move(
          next, weights, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      line(out, "weights accepted: ");
      assertThat(predict(address, pixels)).isEqualTo(answer(2, pixels));
      // Process.destroy closes the stream that is still read.
      process.toHandle().destroy();
      line(out, "ended");
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String answer(long seed, float[] pixels) {
    return "{\"outputs\":[" + new FiveOrEightNetwork(seed).probability(pixels) + "]}";
  }
}
