package dev.burin.sample.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.io.WeightsFile;
import dev.burin.serve.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Weights change, and are attempted to be changed by files that are no such, while many ask: each
 * answer is that of one network. {@code -Dstorm.swaps=10000} makes the storm a long one.
 */
class SwapStormTest {

  private static final int SWAPS = Integer.getInteger("storm.swaps", 100);
  private static final int CLIENTS = 16;
  private static final int ROWS = 8;
  private static final float[] X = Asked.samples(ROWS, 11);

  /** What a swap may cost in memory that stays. */
  private static final long FLAT = 32L << 20;

  @TempDir Path folder;

  private final AtomicBoolean over = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"DIRECT", "BATCHING"})
  void everyAnswerIsOfOneNetworkOrTheOther(Mode mode) throws Exception {
    Asked asked = new Asked(1, mode, null);
    byte[] one = WeightsFile.bytes(Asked.seeded(1));
    byte[] two = WeightsFile.bytes(Asked.seeded(2));
    List<byte[]> bad = bad(two);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> answers = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        boolean many = client % 4 == 0;
        answers.add(clients.submit(() -> answers(asked, many)));
      }
      Path file = folder.resolve("weights.safetensors");
      long before = 0;
      for (int swap = 0; swap < SWAPS; swap++) {
        assertThat(asked.served().swap(swap % 2 == 0 ? two : one, "bytes").accepted()).isTrue();
        Files.write(file, bad.get(swap % bad.size()));
        assertThat(asked.served().swap(file).accepted()).isFalse();
        if (swap == SWAPS / 4) {
          before = used();
        }
      }
      assertThat(used() - before).isLessThan(FLAT);
      over.set(true);
      for (Future<Long> each : answers) {
        assertThat(each.get()).isPositive();
      }
    }
    assertThat(asked.served().health().swaps()).isEqualTo(SWAPS);
    assertThat(asked.served().health().refused()).isEqualTo(SWAPS);
  }

  /** How many answers came, each of one network as a whole. */
  private long answers(Asked asked, boolean many) throws InterruptedException {
    int n = many ? ROWS : 1;
    byte[] body = Floats.bytes(Arrays.copyOf(X, n * 784));
    byte[][] right = {expected(1, n), expected(2, n)};
    long count = 0;
    while (!over.get()) {
      Answer answer = asked.ask("POST", "/predict", body, "Content-Type", Answer.BYTES);
      if (!Arrays.equals(answer.body(), right[0]) && !Arrays.equals(answer.body(), right[1])) {
        throw new AssertionError("Answer " + count + " is of neither: " + Asked.text(answer));
      }
      count++;
      // Whoever asks without a pause leaves no processor to the swaps.
      Thread.sleep(1);
    }
    return count;
  }

  private static byte[] expected(long seed, int n) {
    float[] out = new float[2 * n];
    Asked.seeded(seed).outputs(X, n, out);
    return Floats.bytes(out);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Torn, changed, of another network, with NaN, of other kinds, and empty. */
  private static List<byte[]> bad(byte[] good) throws Exception {
    List<byte[]> bad = new ArrayList<>();
    for (int length : new int[] {0, 1, 8, 100, good.length / 2, good.length - 1}) {
      bad.add(Arrays.copyOf(good, length));
    }
    byte[] half = good.clone();
    Arrays.fill(half, good.length / 2, good.length, (byte) 0);
    bad.add(half);
    for (int at : new int[] {0, 20, good.length / 3, good.length - 1}) {
      byte[] changed = good.clone();
      changed[at] ^= 0x40;
      bad.add(changed);
    }
    bad.add(withNan(good));
    bad.add("<html>not found</html>".getBytes(StandardCharsets.US_ASCII));
    bad.add(new byte[good.length]);
    return bad;
  }

  /** A file of another tool, which has no checksum, and a number that is none. */
  private static byte[] withNan(byte[] good) {
    ByteBuffer file = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) file.getLong(0);
    String json = new String(good, 8, header, StandardCharsets.UTF_8);
    String bare = json.replaceFirst("\"burin.crc32c\":\"[0-9a-f]*\",?", "");
    assertThat(bare).isNotEqualTo(json).doesNotContain("crc32c");
    byte[] text =
        (bare + " ".repeat(json.length() - bare.length())).getBytes(StandardCharsets.UTF_8);
    file.put(8, text);
    file.putFloat(good.length - 4, Float.NaN);
    return file.array();
  }
}
