package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.network.FloatNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights change whole or not at all, while callers are answered. */
class FloatServedTest {

  @TempDir Path folder;

  private final FloatNetwork first = Networks.seeded(1);
  private final FloatServed<Plain> served = FloatServed.of(new Plain(first), Plain::new);

  private Path saved(String name, long seed) throws Exception {
    Path file = folder.resolve(name);
    WeightsFile.save(file, Networks.seeded(seed));
    return file;
  }

  private static float[] answer(FloatNetwork network) {
    return network.outputs(Networks.samples(1, 9));
  }

  @Test
  void aGoodFileIsServedAndCanBeTakenBack() throws Exception {
    Swap swap = served.swap(saved("two.safetensors", 2));
    assertThat(swap.accepted()).isTrue();
    assertThat(swap).asString().startsWith("accepted: weights ").endsWith("two.safetensors");
    assertThat(answer(served.get().network())).isEqualTo(answer(Networks.seeded(2)));
    assertThat(served.rollback().accepted()).isTrue();
    assertThat(served.get().network()).isSameAs(first);
    assertThat(served.rollback().accepted()).isTrue();
    assertThat(answer(served.get().network())).isEqualTo(answer(Networks.seeded(2)));
    assertThat(served.health().swaps()).isEqualTo(3);
  }

  /** A file of weights that answer their golden rows otherwise, as after a change by a tool. */
  @Test
  void weightsThatAnswerGoldenRowsOtherwiseAreRefused() throws Exception {
    float[] x = Networks.samples(1, 9);
    byte[] good = WeightsFile.bytes(Networks.seeded(2), Writing.standard().golden(x, 1));
    assertThat(served.swap(good, "good").accepted()).isTrue();

    String text = new String(good, StandardCharsets.ISO_8859_1);
    int end = 8 + (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int answers = text.indexOf("\"burin.golden.outputs\":\"") + 24;
    String header =
        text.substring(8, answers)
            + (text.startsWith("AAA", answers) ? "BBB" : "AAA")
            + text.substring(answers + 3, end);
    String unchecked =
        header
            .replaceAll("\"burin.crc32c\":\"\\w+\",", "")
            .replace("\"burin.format\":\"2\"", "\"burin.format\":\"1\"");
    byte[] changed = (unchecked + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bad =
        ByteBuffer.allocate(8 + changed.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(unchecked.length())
            .put(changed);

    Swap swap = served.swap(bad.array(), "bad");

    assertThat(swap.accepted()).isFalse();
    assertThat(swap.text()).contains("of golden row 0 is answered with");
    assertThat(answer(served.get().network())).isEqualTo(answer(Networks.seeded(2)));
  }

  @Test
  void aBadFileChangesNothingAndIsTold() throws Exception {
    Path file = saved("bad.safetensors", 2);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    Swap swap = served.swap(file);
    assertThat(swap.accepted()).isFalse();
    assertThat(swap.text()).contains("bad.safetensors").contains("checksum");
    assertThat(served.swap(folder.resolve("none")).text()).contains("none");
    assertThat(served.get().network()).isSameAs(first);
    assertThat(served.health().refused()).isEqualTo(2);
    assertThat(served.health()).asString().contains("2 refused, the last one: ").contains("none");
    assertThat(served.rollback().accepted()).isFalse();
  }

  @Test
  void aNetworkWithoutWeightsIsNotServed() {
    FloatNetwork unset = first.another();
    assertThatThrownBy(() -> FloatServed.of(new Plain(unset), Plain::new))
        .hasMessageContaining("no weights yet");
    assertThat(served.swap(unset).text()).isEqualTo("The network has no weights yet.");
    assertThat(served.swap(first.with(Networks.seeded(5).parameters())).accepted()).isTrue();
  }

  @Test
  void callersSeeOneNetworkOrTheOtherNeverAMixture() throws Exception {
    Path[] files = {saved("a.safetensors", 1), saved("b.safetensors", 2)};
    float[][] answers = {answer(Networks.seeded(1)), answer(Networks.seeded(2))};
    Path torn = folder.resolve("torn.safetensors");
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(files[0]), 300));
    float[] x = Networks.samples(1, 9);
    try (FloatPredictor predictor = FloatPredictor.serving(served).mode(Mode.BATCHING).build();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> mixed = new ArrayList<>();
      for (int client = 0; client < 16; client++) {
        mixed.add(
            clients.submit(
                () -> {
                  float[] out = new float[3];
                  int bad = 0;
                  for (int call = 0; call < 2_000; call++) {
                    predictor.predict(x, 0, out, 0);
                    bad += Arrays.equals(out, answers[0]) || Arrays.equals(out, answers[1]) ? 0 : 1;
                  }
                  return bad;
                }));
      }
      for (int swap = 0; swap < 100; swap++) {
        assertThat(served.swap(files[swap % 2]).accepted()).isTrue();
        assertThat(served.swap(torn).accepted()).isFalse();
      }
      for (Future<Integer> bad : mixed) {
        assertThat(bad.get()).isZero();
      }
    }
  }

  @Test
  void aWatchKnowsWhatLayThereWhenItWasMade() throws Exception {
    Path file = saved("watched.safetensors", 1);
    WeightsWatch watch = WeightsWatch.of(file, served::swap);
    WeightsFile.save(file, Networks.seeded(2));
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000_000_000L));
    assertThat(watch.look()).isEmpty();
    assertThat(watch.look()).hasValueSatisfying(s -> assertThat(s.accepted()).isTrue());
  }

  @Test
  void aWatchServesWhatHasSettled() throws Exception {
    Path file = saved("watched.safetensors", 1);
    WeightsWatch watch = WeightsWatch.of(folder, served::swap);
    assertThat(watch.look()).isEmpty();
    WeightsFile.save(file, Networks.seeded(2));
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000_000_000L));
    assertThat(watch.look()).isEmpty();
    assertThat(watch.look()).hasValueSatisfying(s -> assertThat(s.accepted()).isTrue());
    assertThat(watch.look()).isEmpty();
    Files.writeString(file, "half");
    assertThat(watch.look()).isEmpty();
    assertThat(watch.look()).hasValueSatisfying(s -> assertThat(s.accepted()).isFalse());
    assertThat(watch.look()).isEmpty();
    assertThat(answer(served.get().network())).isEqualTo(answer(Networks.seeded(2)));
  }
}
